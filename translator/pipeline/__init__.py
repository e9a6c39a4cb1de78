"""The pipeline: a document in, its bitext out. `prepare` makes sentences, `schedule` has them translated in windows of
many documents, `assemble` joins the translations to a bitext."""

from __future__ import annotations

from translator.pipeline.schedule import Pipeline, Progress

__all__ = ["Pipeline", "Progress"]
