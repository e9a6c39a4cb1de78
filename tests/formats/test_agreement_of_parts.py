"""A document and its bitext agree also where a document is a package, or has text only in parts that the user names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats import test_docx, test_epub, test_odp, test_ods, test_odt, test_pptx, test_xlsx
from tests.formats.odf_files import span
from tests.formats.test_agreement import ADDRESSES, CUT_BY_WORDS, WORDS, pipeline, squeezed
from translator.formats import FORMATS, PACKAGES, SELECTED
from translator.formats.base import DEFAULT_READING, Reading

Row = Sequence[str]


def docx_of(rows: Sequence[Row]) -> bytes:
    paragraphs = []
    for row in rows:
        runs = [test_docx.run(escape(text), "<w:b/>" * (number % 2)) for number, text in enumerate(row)]
        paragraphs.append(test_docx.paragraph(*runs))
    return test_docx.document("".join(paragraphs))


def pptx_of(rows: Sequence[Row]) -> bytes:
    paragraphs = []
    for row in rows:
        runs = [test_pptx.run(escape(text), b=str(number % 2)) for number, text in enumerate(row)]
        paragraphs.append(test_pptx.paragraph(*runs))
    return test_pptx.presentation(test_pptx.shape(*paragraphs))


def xlsx_of(rows: Sequence[Row]) -> bytes:
    texts = [escape(" ".join(row)) for row in rows if row]
    cells = [test_xlsx.shared(f"A{number + 1}", number) for number in range(len(texts))]
    return test_xlsx.workbook(test_xlsx.strings(*texts), test_xlsx.cells(*cells))


def spans_of(row: Row) -> str:
    texts = [span("T1", escape(text)) if number % 2 else escape(text) for number, text in enumerate(row)]
    return f"<text:p>{''.join(texts)}</text:p>"


def odt_of(rows: Sequence[Row]) -> bytes:
    return test_odt.document("".join(map(spans_of, rows)))


def ods_of(rows: Sequence[Row]) -> bytes:
    return test_ods.workbook(test_ods.sheet(*[test_ods.row(test_ods.cell(spans_of(row))) for row in rows]))


def odp_of(rows: Sequence[Row]) -> bytes:
    return test_odp.presentation(*[f"<draw:frame>{spans_of(row)}</draw:frame>" for row in rows])


def epub_of(rows: Sequence[Row]) -> bytes:
    paragraphs = []
    for row in rows:
        texts = [f"<b>{escape(text)}</b>" if number % 2 else escape(text) for number, text in enumerate(row)]
        paragraphs.append(f"<p>{''.join(texts)}</p>")
    return test_epub.book("".join(paragraphs))


def csv_of(rows: Sequence[Row]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows([["isi", "kode"], *[[" ".join(row), "x"] for row in rows]])
    return written.getvalue().encode()


def json_of(rows: Sequence[Row]) -> bytes:
    return json.dumps([{"isi": " ".join(row), "kode": "x"} for row in rows], ensure_ascii=False).encode()


MADE: dict[str, tuple[Callable[[Sequence[Row]], bytes], Reading]] = {
    ".docx": (docx_of, DEFAULT_READING),
    ".pptx": (pptx_of, DEFAULT_READING),
    ".xlsx": (xlsx_of, DEFAULT_READING),
    ".odt": (odt_of, DEFAULT_READING),
    ".ods": (ods_of, DEFAULT_READING),
    ".odp": (odp_of, DEFAULT_READING),
    ".epub": (epub_of, DEFAULT_READING),
    ".csv": (csv_of, Reading(columns=("isi",))),
    ".json": (json_of, Reading(fields=("*.isi",))),
}
assert {FORMATS[suffix] for suffix in MADE} == {FORMATS[suffix] for suffix in (*PACKAGES, *SELECTED)}


@pytest.mark.parametrize("suffix", MADE)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_document_holds_what_its_pairs_hold(suffix: str, data: st.DataObject) -> None:
    make, reading = MADE[suffix]
    texts = st.sampled_from([*WORDS, *ADDRESSES])
    rows = data.draw(st.lists(st.lists(texts, min_size=1, max_size=5), min_size=1, max_size=3))
    by = pipeline(data.draw(st.sampled_from(["x", ""])), data.draw(st.booleans()))
    bitext = by.translate(FORMATS[suffix].parse(make(rows), "a", reading))
    again = FORMATS[suffix].parse(FORMATS[suffix].render(bitext), "a", reading)
    held = [squeezed(segment.text) for segment in again.segments]
    wanted = [squeezed(segment.target) for segment in bitext.segments]
    if suffix in CUT_BY_WORDS:
        held, wanted = ["".join(held)], ["".join(wanted)]
    assert held == wanted
