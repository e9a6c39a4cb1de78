from __future__ import annotations

from translator.document import Span
from translator.markup.office.atoms import PLAIN, Atom, AtomKind
from translator.markup.office.units import UnitReader
from translator.markup.runs import Role

# A paragraph is written as letters: words (w), a break (|), a wrapper ( ), a field { code / result }, ranges [ ].
KINDS = {
    "w": AtomKind.WORDS,
    "|": AtomKind.BREAK,
    "*": AtomKind.BESIDE,
    "(": AtomKind.OPEN,
    ")": AtomKind.CLOSE,
    "{": AtomKind.FIELD_BEGIN,
    "/": AtomKind.FIELD_RESULT,
    "}": AtomKind.FIELD_END,
    "[": AtomKind.RANGE_START,
    "]": AtomKind.RANGE_END,
}


def read(written: str, reader: UnitReader | None = None) -> list[str]:
    """The units of a paragraph, each as its role and the letters of its atoms. P is the code PAGE, H is HYPERLINK."""
    atoms = []
    for at, letter in enumerate(written):
        kind = KINDS.get(letter, AtomKind.FIELD_CODE)
        text = {"P": "PAGE", "H": "HYPERLINK"}.get(letter, "x" if kind is AtomKind.WORDS else "")
        atoms.append(Atom(kind, Span(at, at + 1), text, PLAIN, "r"))
    units = (reader or UnitReader()).units(atoms)
    return [unit.role.name + " " + "".join(written[atom.span.start] for atom in unit.atoms) for unit in units]


def test_a_computed_field_is_one_unit() -> None:
    assert read("w{P/w}w") == ["TEXT w", "BESIDE {P/w}", "TEXT w"]
    assert read("{P}") == ["BESIDE {P}"]


def test_a_field_of_text_stands_around_its_result() -> None:
    assert read("{H/ww}") == ["OPEN {H/", "TEXT w", "TEXT w", "CLOSE }"]


def test_a_field_in_a_field_is_read_from_the_inside() -> None:
    assert read("{H/w{P/w}}") == ["OPEN {H/", "TEXT w", "BESIDE {P/w}", "CLOSE }"]
    assert read("{P{H/w}/w}w") == ["BESIDE {P{H/w}/w}", "TEXT w"]


def test_a_field_across_paragraphs_is_made_of_breaks() -> None:
    reader = UnitReader()
    assert read("w{H/w", reader) == ["TEXT w", "BREAK {", "BREAK H", "BREAK /", "TEXT w"]
    assert read("w{P/w}", reader) == ["TEXT w", "BESIDE {P/w}"]
    assert read("w}w", reader) == ["TEXT w", "BREAK }", "TEXT w"]


def test_the_result_of_a_computed_field_is_fixed_in_every_paragraph() -> None:
    reader = UnitReader()
    assert read("{P/w", reader) == ["BREAK {", "BREAK P", "BREAK /", "BREAK w"]
    assert read("w(w)", reader) == ["BREAK w", "BREAK (", "BREAK w", "BREAK )"]
    assert read("w}w", reader) == ["BREAK w", "BREAK }", "TEXT w"]


def test_a_field_that_is_not_well_nested_with_wrappers_is_made_of_breaks() -> None:
    assert read("({H/w)w}") == ["OPEN (", "BREAK {", "BREAK H", "BREAK /", "TEXT w", "CLOSE )", "TEXT w", "BREAK }"]
    parts = [
        "OPEN (",
        "BREAK {",
        "BREAK P",
        "BREAK /",
        "BREAK w",
        "BREAK )",
        "BREAK (",
        "BREAK w",
        "BREAK }",
        "CLOSE )",
    ]
    assert read("({P/w)(w})") == parts
    assert read("({H/w)(w})") == [
        "OPEN (", "BREAK {", "BREAK H", "BREAK /", "TEXT w", "CLOSE )", "OPEN (", "TEXT w", "BREAK }", "CLOSE )",
    ]  # fmt: skip


def test_fields_that_are_nested_deeper_than_word_nests_them_are_made_of_breaks() -> None:
    assert sum(unit.startswith("OPEN") for unit in read("{H/" * 30 + "w" + "}" * 30)) == 20


def test_an_end_without_a_beginning_is_a_break() -> None:
    assert read("w}w/w") == ["TEXT w", "BREAK }", "TEXT w", "BREAK /", "TEXT w"]


def test_the_ends_of_a_range_are_a_pair_where_they_are_well_nested() -> None:
    assert read("[w]") == ["OPEN [", "TEXT w", "CLOSE ]"]
    assert read("[(w])") == ["BESIDE [", "OPEN (", "TEXT w", "BESIDE ]", "CLOSE )"]
    assert read("([w)]") == ["OPEN (", "BESIDE [", "TEXT w", "CLOSE )", "BESIDE ]"]
    assert read("(w|[w])") == ["OPEN (", "TEXT w", "BREAK |", "OPEN [", "TEXT w", "CLOSE ]", "CLOSE )"]
    assert read("[w|w]") == ["BESIDE [", "TEXT w", "BREAK |", "TEXT w", "BESIDE ]"]


def test_a_number_that_a_field_computes_is_kept_as_a_word() -> None:
    for text, role in (
        ("3", Role.KEPT),
        ("2.1", Role.KEPT),
        ("IV", Role.KEPT),
        ("A-1", Role.KEPT),
        ("Tabel 3", Role.BESIDE),
    ):
        (unit,) = UnitReader().units([Atom(AtomKind.FIELD, Span(0, 1), text)])
        assert unit.role is role
