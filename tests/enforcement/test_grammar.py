"""The grammar around a term, and the traps, on the starter model: see tests/cases/enforcement.json.

A case says what the English must have and must lack, as patterns, so that it holds for a better model too.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glossary import Case, Matcher, Term, TermKind
from translator.build import build
from translator.document import Document, Place, Segment, Span
from translator.pipeline import Pipeline
from translator.settings import Settings

CASES = json.loads((Path(__file__).parents[1] / "cases" / "enforcement.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return build(Settings(model="starter", default_glossary=False))


def read(entry: dict[str, Any]) -> Term:
    lists = {name: tuple(entry.get(name, ())) for name in ("targets", "variants", "forbidden")}
    kind = TermKind(entry["kind"]) if "kind" in entry else None
    return Term(entry["source"], kind=kind, case=Case(entry.get("case", "fold")), **lists)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_term_stands_as_its_sentence_needs_it(case: dict[str, Any], pipeline: Pipeline) -> None:
    terms = [read(entry) for entry in case["terms"]]
    folded = [replace(term, case=Case.FOLD) for term in terms]
    ours = replace(pipeline, matcher=Matcher(terms), folded=Matcher(folded))
    segment = Segment(case["source"], Place(Span(0, len(case["source"])), 1))
    (pair,) = ours.translate(Document("case", (segment,), None)).pairs()
    assert all(use.target_span for use in pair.terms)
    assert [pattern for pattern in case["has"] if not re.search(pattern, pair.target)] == [], pair.target
    assert [pattern for pattern in case.get("lacks", ()) if re.search(pattern, pair.target)] == [], pair.target
