from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.bitext import Link, Origin, Pair, SegmentPair, Status, TermUse
from translator.document import Mark, MarkKind, Place, Segment, Span
from translator.markup.pieces import Beside, Close, Kept, Open, Spell, Text, joined
from translator.markup.tag_projection import project


def segment(sentences: list[tuple[str, str, str]], *marks: Mark) -> SegmentPair:
    """A segment of sentences (source, target, links) with one blank between them."""
    text, spans, pairs = "", [], []
    for source, target, links in sentences:
        start = len(text) + bool(text)
        text = f"{text} {source}" if text else source
        spans.append(Span(start, len(text)))
        numbers = tuple(Link(*map(int, link.split("-"))) for link in links.split())
        pairs.append(Pair(source, target, Origin.ENGINE, links=numbers))
    return SegmentPair(Segment(text, Place(Span(0, len(text)), 1), marks), tuple(spans), tuple(pairs))


def carried(pair: SegmentPair, spell: Spell = str) -> str:
    return joined(project(pair), pair.segment.marks, spell)


def around(start: int, end: int, opening: str = "<", closing: str = ">") -> Mark:
    return Mark(MarkKind.AROUND, opening, closing, Span(start, end))


def beside(place: int, text: str = "!") -> Mark:
    return Mark(MarkKind.BESIDE, text, "", Span(place, place))


def holding(start: int, end: int, held: int) -> Mark:
    return Mark(MarkKind.AROUND, "<", ">", Span(start, end), held=held)


RED_SHIP = ("Kapal merah itu tiba.", "The red ship arrived.", "0-2 1-1 2-0 3-3")


@pytest.mark.parametrize(
    ("marks", "wanted"),
    [
        ((around(6, 11),), "The <red> ship arrived."),
        ((around(0, 11),), "The <red ship> arrived."),
        ((around(0, 15),), "<The red ship> arrived."),
        ((around(16, 20),), "The red ship <arrived>."),
        ((around(16, 21),), "The red ship <arrived.>"),
        ((around(0, 21),), "<The red ship arrived.>"),
        ((around(0, 5), around(6, 11, "[", "]")), "The [red] <ship> arrived."),
        ((around(0, 11), around(6, 11, "[", "]")), "The <[red] ship> arrived."),
        ((around(6, 11), around(6, 11, "[", "]")), "The <[red]> ship arrived."),
        ((beside(5),), "The red ship! arrived."),
        ((beside(11),), "The red! ship arrived."),
        ((beside(0),), "!The red ship arrived."),
        ((beside(21),), "The red ship arrived.!"),
        ((holding(6, 11, 1), beside(6)), "The <!red> ship arrived."),
        ((holding(6, 11, 1), beside(11)), "The <red!> ship arrived."),
        ((holding(0, 11, 2), beside(0), beside(11, "?")), "The <!red ship?> arrived."),
        ((holding(0, 11, 3), around(6, 11, "[", "]"), beside(11), beside(11, "?")), "The <[red] ship!?> arrived."),
        ((holding(0, 11, 2), holding(0, 5, 1), beside(0)), "The <red <!ship>> arrived."),
        ((beside(6), holding(6, 11, 0), beside(11, "?")), "The !<red>? ship arrived."),
        ((around(6, 21, "<", ""),), "<The red ship arrived."),
    ],
)
def test_marks_go_along_the_links(marks: tuple[Mark, ...], wanted: str) -> None:
    assert carried(segment([RED_SHIP], *marks)) == wanted


@pytest.mark.parametrize(
    ("source", "target", "marks", "wanted"),
    [
        ("Rp 75.000 Rp 68.500", "Rp 75,000 Rp 68,500", (around(0, 9), around(10, 19)), "<Rp 75,000> <Rp 68,500>"),
        ("08.30-10.15", "08:30-10:15", (around(0, 5), around(6, 11)), "<08:30>-<10:15>"),
        ("Rp75.000", "Rp75,000", (around(0, 2),), "<Rp>75,000"),
        ("Rp 75.000,- Rp 9.000,-", "Rp 75,000 Rp 9,000", (around(0, 11), around(12, 22)), "<Rp 75,000> <Rp 9,000>"),
        ("45 (empat puluh lima)", "45 (forty-five)", (around(4, 20),), "45 (<forty-five>)"),
        ("Rp 9.000 (sembilan ribu)", "Rp 9,000 (nine thousand)", (around(3, 8),), "Rp <9,000> (nine thousand)"),
    ],
)
def test_in_figures_that_were_copied_every_mark_stays(
    source: str, target: str, marks: tuple[Mark, ...], wanted: str
) -> None:
    pair = SegmentPair(
        Segment(source, Place(Span(0, len(source)), 1), marks),
        (Span(0, len(source)),),
        (Pair(source, target, Origin.COPIED),),
    )
    assert carried(pair) == wanted


@pytest.mark.parametrize(
    ("marks", "wanted"),
    [
        ((around(0, 1),), "<T>he red ship arrived."),
        ((around(0, 1), around(0, 1, "[", "]")), "<[T]>he red ship arrived."),
        ((around(0, 11), around(0, 1, "[", "]")), "<[T]he red ship> arrived."),
        ((around(0, 1), around(1, 11, "[", "]")), "<T>he [red ship] arrived."),
        ((around(0, 2),), "The red <ship> arrived."),
        ((around(0, 1), around(6, 7, "[", "]")), "<T>he [red] ship arrived."),
    ],
)
def test_a_drop_cap_is_on_the_first_letter(marks: tuple[Mark, ...], wanted: str) -> None:
    assert carried(segment([RED_SHIP], *marks)) == wanted


@pytest.mark.parametrize(
    ("source", "target", "links", "mark", "wanted"),
    [
        ("“Kapal itu.”", "“The ship.”", "0-1 1-0", around(0, 2), "<“T>he ship.”"),
        ("“Kapal itu.”", "“The ship.”", "0-1 1-0", around(1, 2), "“<T>he ship.”"),
        ("“Kapal itu.”", "The ship.", "0-1 1-0", around(0, 2), "<T>he ship."),
        ("“ Kapal itu.", "“ The ship.", "0-0 1-2 2-1", around(2, 3), "“ <T>he ship."),
        ("Budi tiba kemarin.", "Yesterday Budi came.", "0-1 1-2 2-0", around(0, 1), "<Y>esterday Budi came."),
        ("Kapal.", "12 ships.", "0-1", around(0, 1), "<1>2 ships."),
        ("Kapal.", "...", "", around(0, 1), "<...>"),
    ],
)
def test_a_drop_cap_may_have_signs_around_it(source: str, target: str, links: str, mark: Mark, wanted: str) -> None:
    assert carried(segment([(source, target, links)], mark)) == wanted


@pytest.mark.parametrize(
    ("source", "target", "links", "marks", "wanted"),
    [
        ("pH air itu.", "The water's pH.", "0-2 1-1 2-0", (around(0, 1),), "The water's <p>H."),
        ("F-16 tiba.", "An F-16 came.", "0-1 1-2", (around(0, 1),), "An <F>-16 came."),
        ("H2O bersih.", "Clean H2O.", "0-1 1-0", (around(0, 1),), "Clean <H>2O."),
        ("Kapal Perang", "War Ship", "0-1 1-0", (around(0, 1), around(6, 7, "[", "]")), "[War] <Ship>"),
    ],
)
def test_the_first_letter_of_a_symbol_or_of_several_words_is_no_drop_cap(
    source: str, target: str, links: str, marks: tuple[Mark, ...], wanted: str
) -> None:
    assert carried(segment([(source, target, links)], *marks)) == wanted


def test_a_mark_goes_on_what_copies_its_words_though_the_links_say_more() -> None:
    links = "0-1 1-0 1-2 1-3 2-4"
    pair = segment([("Harga Rp 1.500 saja.", "The price of Rp 1,500 only.", f"{links} 3-5")], around(6, 14))
    assert carried(pair) == "The price of <Rp 1,500> only."
    pair = segment([("Tombol Enter rusak.", "The Enter key broke.", "0-2 1-0 1-1 2-3")], around(7, 12))
    assert carried(pair) == "The <Enter> key broke."


def test_a_mark_ends_with_the_sign_with_which_its_words_end() -> None:
    pair = segment([("Halo {nama} apa kabar", "Hello {nama}, how are you", "0-0 1-1 2-2 3-3 3-4")], around(5, 11))
    assert carried(pair) == "Hello <{nama}>, how are you"
    pair = segment([('Kata "papan tulis" itu', 'The ("black board").', "1-1 2-2 3-0")], around(5, 18))
    assert carried(pair) == 'The (<"black board">).'


def test_a_mark_over_two_sentences_goes_from_one_into_the_other() -> None:
    pair = segment([RED_SHIP, ("Awak turun.", "The crew landed.", "0-1 1-2")], around(16, 26))
    assert carried(pair) == "The red ship <arrived. The crew> landed."


def test_a_mark_stays_in_its_own_sentence() -> None:
    pair = segment([RED_SHIP, ("Awak turun.", "They landed.", "")], around(22, 26))
    assert carried(pair) == "The red ship arrived. <They> landed."


def test_kept_words_are_written_by_their_mark() -> None:
    mark = Mark(MarkKind.KEPT, "``make``", "", Span(9, 15))
    assert carried(segment([("Jalankan `make` lagi.", "Again run `MAKE`.", "")], mark)) == "Again run ``make``."


def test_a_mark_whose_words_are_taken_goes_inside_the_mark_that_has_them() -> None:
    pair = segment([("satu dua", "both", "0-0 1-0")], around(0, 4), around(5, 8, "[", "]"))
    assert carried(pair) == "<[both]>"


def test_a_link_goes_to_a_free_word_rather_than_into_another_link() -> None:
    marks = [replace(around(0, 4), is_link=True), replace(around(5, 8, "[", "]"), is_link=True)]
    assert carried(segment([("satu dua tiga", "both three", "0-0 1-0 2-1")], *marks)) == "<both> [three]"
    assert carried(segment([("satu dua", "both", "0-0 1-0")], *marks)) == "<both>[]"


def test_a_kept_mark_that_the_translation_lost_is_added_after_a_blank() -> None:
    mark = Mark(MarkKind.KEPT, "``make``", "", Span(9, 15))
    assert carried(segment([("Jalankan `make` lagi.", "Run again.", "0-0 2-1")], mark)) == "Run ``make`` again."


def test_equal_marks_are_told_apart_by_their_numbers() -> None:
    pair = segment([RED_SHIP], around(6, 11), around(16, 20), beside(21))
    assert project(pair) == [
        Text("The "), Open(0), Text("red"), Close(0), Text(" ship "), Open(1), Text("arrived"), Close(1), Text("."),
        Beside(2),
    ]  # fmt: skip


WORDS = st.lists(
    st.sampled_from(["kapal", "TNI/AD", "10", "H2O", "Ctrl+S", "(x)", "C++", "`k`", "—", "a", "!"]), max_size=6
)


@st.composite
def segments_with_marks(draw: st.DrawFn) -> SegmentPair:
    """Any sentences with any links, and marks as `runs` makes them: well nested, in the order of the text."""
    sentences = []
    for _ in range(draw(st.integers(1, 3))):
        source = " ".join(draw(WORDS)) or "x"
        target = draw(st.sampled_from([source, source.upper(), " ".join(draw(WORDS)) or "y"]))
        links = draw(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=6))
        sentences.append((source, target, " ".join(f"{a}-{b}" for a, b in links)))
    length = len(segment(sentences).segment.text)
    marks: list[Mark] = []
    opened: list[int] = []
    last = 0
    for place in sorted(draw(st.lists(st.integers(0, length), max_size=12))):
        kind = draw(st.sampled_from(["open", "close", "beside", "kept"]))
        if kind == "open":
            opened.append(len(marks))
            marks.append(Mark(MarkKind.AROUND, "<", ">", Span(place, length), draw(st.booleans())))
        elif kind == "close" and opened:
            at = opened.pop()
            marks[at] = replace(marks[at], span=Span(marks[at].span.start, place))
        elif kind == "kept" and last < place:
            marks.append(Mark(MarkKind.KEPT, "`", "", Span(last, place)))
        else:
            marks.append(beside(place))
        last = place
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    pair = segment(sentences, *marks)
    return replace(pair, pairs=tuple([replace(one, terms=draw(uses(one))) for one in pair.pairs]))


@st.composite
def uses(draw: st.DrawFn, pair: Pair) -> tuple[TermUse, ...]:
    """Any places as those of terms."""
    made = []
    for _ in range(draw(st.integers(0, 2))):
        places = []
        for text in (pair.source, pair.target):
            start = draw(st.integers(0, len(text) - 1))
            places.append(Span(start, draw(st.integers(start + 1, len(text)))))
        made.append(TermUse("a", "b", Status.NATURAL, *places))
    return tuple(made)


@settings(max_examples=600, deadline=None)
@given(segments_with_marks())
def test_every_mark_comes_once_and_balanced_and_the_text_is_unchanged(pair: SegmentPair) -> None:
    pieces = project(pair)
    marks = pair.segment.marks
    numbers = [piece.mark for piece in pieces if not isinstance(piece, (Text, Close))]
    assert sorted(numbers) == list(range(len(marks)))
    opened: list[int] = []
    text = ""
    for piece in pieces:
        if isinstance(piece, Open):
            opened.append(piece.mark)
        elif isinstance(piece, Close):
            assert opened.pop() == piece.mark
        elif isinstance(piece, Text):
            text += piece.text
        elif isinstance(piece, Kept):
            text += marks[piece.mark].span.of(pair.segment.text)
    assert opened == []
    assert "".join(pair.target.split()).casefold() in folded_without(text, pair)


def folded_without(text: str, pair: SegmentPair) -> list[str]:
    """The text without blanks; and without the kept marks that the translation lost, of which each may be missing."""
    folded = "".join(text.split()).casefold()
    found = [folded]
    for mark in pair.segment.marks:
        if mark.kind is MarkKind.KEPT:
            kept = "".join(mark.span.of(pair.segment.text).split()).casefold()
            for known in list(found):
                places = [at for at in range(len(known)) if kept and known.startswith(kept, at)]
                found += [known[:at] + known[at + len(kept) :] for at in places]
    return found


def test_deep_and_many_marks_take_linear_time() -> None:
    words = 4000
    source = " ".join(["kata"] * words)
    deep = segment([(source, source, "")], *[around(0, len(source))] * 500)
    assert len(project(deep)) == 1001
    row = [around(at * 5, at * 5 + 4) for at in range(words)]
    assert len(project(segment([(source, "one", "")], *row))) == 2 * words + 1


def test_text_between_marks_is_spelt_as_the_format_writes_it() -> None:
    assert carried(segment([RED_SHIP], around(6, 11)), str.upper) == "THE <RED> SHIP ARRIVED."


def test_what_was_copied_is_linked_word_for_word() -> None:
    assert carried(segment([("A-1 B-2", "A-1 B-2", "")], around(4, 7))) == "A-1 <B-2>"


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("It ships (two)", "<It ships (two)>"),
        ("(two) ships it", "<(two) ships it>"),
        ("It ships [two] (now)", "<It ships [two] (now)>"),
    ],
)
def test_a_mark_has_both_halves_of_the_brackets_in_it(target: str, wanted: str) -> None:
    last = len(target.split()) - 1
    pair = segment([("Dua kapal", target, f"0-0 1-{last}")], around(0, 9))
    assert carried(pair) == wanted


def test_an_address_that_begins_like_another_keeps_its_own_mark() -> None:
    pair = segment(
        [("http://a.id lihat http://a.id/x", "see http://a.id/x and http://a.id", "0-2 1-0 2-1")],
        Mark(MarkKind.KEPT, "A", "", Span(0, 11)),
        Mark(MarkKind.KEPT, "B", "", Span(18, 31)),
    )
    assert carried(pair) == "see B and A"
