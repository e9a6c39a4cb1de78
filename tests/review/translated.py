"""Documents that the canned engine translated, with their bilingual files, as a reviewer gets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from glossary import Term
from tests.batch.canned_run import canned_pipeline
from tests.canned import CannedEngine
from translator import bilingual
from translator.batch.job import plan
from translator.batch.runners.local import translate
from translator.settings import Settings

ENGLISH = {
    "Kapal perang tiba di pelabuhan.": "The warship arrived at the port.",
    "Cuaca cerah.": "The weather is clear.",
    "Tidak ada korban.": "There are no casualties.",
    "Awak kapal beristirahat.": "The crew is resting.",
    "Ya.": "Yes.",
}
NEWS = "Kapal perang tiba di pelabuhan. Cuaca cerah.\n\nTidak ada korban.\nYa.\nAwak kapal beristirahat.\nYa.\n"
ENGLISH_NEWS = (
    "The warship arrived at the port. The weather is clear.\n\n"
    "There are no casualties.\nYes.\nThe crew is resting.\nYes.\n"
)


def translated(source: Path, *formats: str) -> Path:
    """The translation of a file, beside it, with its bilingual files."""
    (job,) = plan([source], None, formats).jobs
    table = {text: [(english, None)] for text, english in ENGLISH.items()}
    terms = [Term("kapal perang", ("warship",))]
    translate(canned_pipeline(CannedEngine(table), terms), job, Settings(bilingual=formats))
    return job.output


def put_news(folder: Path, *formats: str) -> tuple[Path, Path]:
    """A text and its translation."""
    source = folder / "berita.txt"
    source.write_text(NEWS)
    return source, translated(source, *formats)


def edit(output: Path, name: str, change: Callable[[str], str]) -> Path:
    """The bilingual file of a translation, edited as text."""
    path = bilingual.path_for(output, name)
    path.write_text(change(path.read_text("utf-8")), "utf-8", newline="")
    return path
