from __future__ import annotations

import pytest

from glossary import Case, Term
from tests.canned import CannedEngine
from tests.enforcement.repairs.expressions import mended
from translator.document import Span
from translator.enforcement.cascade import Task, enforce


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("“Kapal itu tiba,” kata dia.", '"The ship came," he said.', "“The ship came,” he said."),
        ("Ia pergi (“jauh”).", 'He left ("far").', "He left (“far”)."),
        ("“Kami siap.", "\"We're ready.", "“We're ready."),
        ("Sandi ‘Elang’ dipakai.", "The code 'Eagle' is used.", "The code ‘Eagle’ is used."),
        ("Kapal – juga awaknya – tiba.", "The ship - also its crew - came.", "The ship – also its crew – came."),
        ("Jakarta — Kapal tiba.", "Jakarta - The ship came.", "Jakarta — The ship came."),
        ("Tunggu… sebentar.", "Wait... a moment.", "Wait… a moment."),
        ("Halaman 12–15 dan 20–22.", "Pages 12-15 and 20-22.", "Pages 12–15 and 20–22."),
        ("Jarak 7\xa0km, 20 km.", "A distance of 7 km, 20 km.", "A distance of 7\xa0km, 20 km."),
        (
            "Harga Rp\u202f7.500 naik 4\xa0%.",
            "The price of Rp 7,500 rose 4 %.",
            "The price of Rp\u202f7,500 rose 4\xa0%.",
        ),
    ],
)
def test_typographic_signs_of_the_source_are_restored(source: str, model: str, wanted: str) -> None:
    assert mended(source, model) == wanted


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ('"Kapal itu tiba," kata dia.', '"The ship came," he said.'),
        ("“A” dan \"B\" tiba.", '"A" and "B" came.'),
        ("“Kapal” itu tiba.", 'The ship" came.'),
        ("“Kapal” itu tiba.", '"The ship" "came".'),
        ("“Kapal” itu tiba.", '"The ship” came.'),
        ("Sandi ‘Elang’ dipakai.", "The code 'Eagle' isn't used."),
        ("Hari Jum’at kapal tiba.", "The ship's here on Friday."),
        ("Kapal – juga awaknya - tiba.", "The ship - also its crew - came."),
        ("Kapal – juga awak – tiba.", "The ship - and its crew came."),
        ("Tahun 2019–2020 dan 3-5.", "The years 2019-2020 and 3-5."),
        ("Halaman 12–15 dan 20–22.", "Pages 12-15 and 20 to 22."),
        ("Jarak 7\xa0depa.", "A distance of 7 fathoms."),
        ("Tunggu…. Sebentar.", "Wait.... A moment."),
        ("Jalan A…B … tiba.", "Road A...B came."),
    ],
)  # fmt: skip
def test_signs_that_do_not_correspond_stay_as_the_model_wrote_them(source: str, model: str) -> None:
    assert mended(source, model) == model


def test_a_term_keeps_its_own_signs_and_its_place() -> None:
    quoted = Term("“Elang”", ('"Eagle"',), case=Case.EXACT)
    assert mended("Sandi “Elang” dipakai.", 'The code "Eagle" is used.', None, quoted) == 'The code "Eagle" is used.'


def test_what_is_restored_is_the_models_own_text_and_keeps_its_links() -> None:
    source = "Tunggu… kapal"
    engine = CannedEngine({source: [("Wait... ship", "0-0 1-1 1-2 1-3 2-4")]})
    (enforced,) = enforce(engine, [Task(source)], beam=4)
    assert (enforced.text, enforced.unforced) == ("Wait… ship", None)
    assert (Span(8, 13), Span(6, 10)) in enforced.links
