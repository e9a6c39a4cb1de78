from __future__ import annotations

from translator.document import Mark, MarkKind, Span
from translator.markup.office.atoms import PLAIN, Atom, AtomKind, RunFormat
from translator.markup.office.layout import lay_out, lay_out_text
from translator.markup.office.units import Unit
from translator.markup.runs import Role

BOLD = RunFormat("bold", Span(90, 95))


def words(text: str, format_: RunFormat = PLAIN) -> Unit:
    return Unit(Role.TEXT, (Atom(AtomKind.WORDS, Span(0, 1), text, format_),), text)


def single(role: Role, pair: int = -1) -> Unit:
    return Unit(role, (Atom(AtomKind.BESIDE, Span(0, 1)),), pair=pair)


def marks(*units: Unit) -> list[tuple[str, list[tuple[MarkKind, str]]]]:
    """The segments, each with the words of its marks."""
    found = []
    for run in lay_out(Span(0, 9), units).runs:
        found.append((run.text, [(mark.kind, mark.span.of(run.text)) for mark in run.marks]))
    return found


def test_a_format_is_a_mark_also_where_it_has_most_letters() -> None:
    assert marks(words("Kapal "), words("perang", BOLD), words(" tiba di sana")) == [
        ("Kapal perang tiba di sana", [(MarkKind.AROUND, "perang")])
    ]
    assert marks(words("Ada "), words("kemeja", BOLD), words(", "), words("celana", BOLD)) == [
        ("Ada kemeja, celana", [(MarkKind.AROUND, "kemeja"), (MarkKind.AROUND, "celana")])
    ]


def test_words_that_look_alike_are_one_item_at_the_place_of_the_first() -> None:
    layout = lay_out(Span(0, 9), [words("ka"), words("pal "), words("be", BOLD), words("sar", BOLD), words(" itu")])
    assert [(item.role, item.raw, item.span) for item in layout.items] == [
        (Role.TEXT, "kapal ", Span(0, 6)),
        (Role.OPEN, "bold", Span(6, 10)),
        (Role.TEXT, "besar", Span(10, 15)),
        (Role.CLOSE, "\ufffc", Span(15, 16)),
        (Role.TEXT, " itu", Span(16, 20)),
    ]


def test_a_blank_looks_as_what_is_around_it() -> None:
    assert marks(words("satu", BOLD), words(" "), words("dua", BOLD), words(" panjang sekali")) == [
        ("satu dua panjang sekali", [(MarkKind.AROUND, "satu dua")])
    ]


def test_a_format_ends_before_what_stands_behind_its_words() -> None:
    layout = lay_out(Span(0, 9), [words("satu", BOLD), single(Role.BESIDE), words(" panjang sekali")])
    assert [item.role for item in layout.items] == [Role.OPEN, Role.TEXT, Role.CLOSE, Role.BESIDE, Role.TEXT]


def test_blanks_in_a_pair_without_words_are_put_behind_it() -> None:
    assert marks(words("satu"), single(Role.OPEN, 0), words(" "), single(Role.CLOSE, 0), words("dua")) == [
        ("satu dua", [(MarkKind.BESIDE, "")])
    ]


def test_hyphens_of_both_kinds_are_plain_for_the_engine() -> None:
    assert marks(words("kapal\u2011kapal pe\u00adrang")) == [("kapal-kapal perang", [])]


def test_the_lines_of_a_text_are_segments() -> None:
    layout = lay_out_text(Span(3, 20), "Satu_x000D_\ndua\t tiga ")
    assert [(run.text, run.span) for run in layout.runs] == [
        ("Satu", Span(0, 4)),
        ("dua", Span(12, 15)),
        ("tiga", Span(17, 21)),
    ]
    assert layout.end == 22


def test_items_are_found_by_their_places() -> None:
    layout = lay_out(Span(0, 9), [words("satu "), words("dua", BOLD), words(" tiga lima")])
    assert [item.raw for item, _ in layout.items_in(Span(2, 6))] == ["satu ", "bold"]
    assert list(layout.items_in(Span(layout.end, layout.end))) == []


def test_a_mark_has_the_place_of_its_item() -> None:
    (run,) = lay_out(Span(0, 9), [words("satu "), words("dua", BOLD), words(" tiga")]).runs
    assert run.marks == (Mark(MarkKind.AROUND, "bold", "\ufffc", Span(5, 8)),)
    assert (run.origins, run.closings) == ((Span(5, 9),), (Span(12, 13),))
