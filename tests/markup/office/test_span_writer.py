from __future__ import annotations

from translator.document import Span
from translator.markup.office.atoms import PLAIN, Atom, AtomKind, RunFormat
from translator.markup.office.span_writer import SpanWriter

SOURCE = '<s n="b"><s n="i"><tab/><note>1</note>'
BOLD = RunFormat("b", spans=(Span(0, 9),))
BOTH = RunFormat("b|i", spans=(Span(0, 9), Span(9, 18)))
TAB = Span(18, 24)
NOTE = Span(24, 38)


def writer() -> SpanWriter:
    return SpanWriter(lambda span: span.of(SOURCE), "s", "text:s")


def test_words_stand_in_the_spans_of_their_format() -> None:
    spans = writer()
    for text, format_ in (("a ", PLAIN), ("<b>", BOLD), ("c", RunFormat("b")), ("d", BOTH), ("", PLAIN)):
        spans.say(text, format_)
    assert spans.written() == 'a <s n="b">&lt;b&gt;c</s><s n="b"><s n="i">d</s></s>'


def test_blanks_that_would_be_one_get_an_element() -> None:
    spans = writer()
    for text in ("  a   b ", " c"):
        spans.say(text, PLAIN)
    assert spans.written() == '<text:s text:c="2"/>a <text:s text:c="2"/>b <text:s/>c'


def test_a_blank_behind_a_break_is_one_and_behind_another_mark_only_if_none_is_before() -> None:
    spans = writer()
    spans.say("a ", PLAIN)
    spans.put([Atom(AtomKind.BESIDE, NOTE, "", PLAIN)])
    spans.say(" b ", PLAIN)
    spans.put([Atom(AtomKind.BREAK, TAB, "", PLAIN)])
    spans.say(" c", PLAIN)
    assert spans.written() == "a <note>1</note><text:s/>b <tab/> c"


def test_marks_stand_in_their_format_and_those_without_one_in_none() -> None:
    spans = writer()
    spans.say("a", BOLD)
    spans.put([Atom(AtomKind.BESIDE, NOTE, "", BOLD), Atom(AtomKind.RANGE_START, TAB)])
    spans.put([Atom(AtomKind.WORDS, Span(0, 0), "b", BOLD)])
    assert spans.written() == '<s n="b">a<note>1</note></s><tab/><s n="b">b</s>'
