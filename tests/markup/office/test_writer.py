from __future__ import annotations

from translator.document import Span
from translator.markup.office.atoms import BARE, PLAIN, Atom, AtomKind, RunFormat
from translator.markup.office.writer import RunWriter, TextWriter, spelt

SOURCE = "<b/><tab/><box/>"
BOLD = RunFormat("b", Span(0, 4))


def writer(room: int = 100) -> RunWriter:
    return RunWriter(lambda span: span.of(SOURCE), "r", "t", room=room)


def test_words_of_one_format_are_one_run() -> None:
    runs = writer()
    for text, format_ in (("a ", PLAIN), ("<b>", PLAIN), ("c", BOLD), ("d", RunFormat("b", None)), ("", PLAIN)):
        runs.say(text, format_)
    assert runs.written() == "<r><t>a &lt;b&gt;</t></r><r><b/><t>cd</t></r>"


def test_outer_blanks_are_preserved_where_the_vocabulary_can_say_so() -> None:
    runs = writer()
    runs.say(" a", PLAIN)
    assert runs.written() == '<r><t xml:space="preserve"> a</t></r>'
    without = RunWriter(lambda span: span.of(SOURCE), "r", "t", has_space_attribute=False)
    without.say(" a", PLAIN)
    assert without.written() == "<r><t> a</t></r>"


def test_atoms_are_written_as_they_stand_each_in_a_run_of_its_own() -> None:
    runs = writer()
    runs.say("a", BOLD)
    runs.put([Atom(AtomKind.BESIDE, Span(4, 10), "", BOLD), Atom(AtomKind.BESIDE, Span(10, 16))])
    runs.say("b", BOLD)
    assert runs.written() == "<r><b/><t>a</t></r><r><b/><tab/></r><box/><r><b/><t>b</t></r>"


def test_bare_words_stand_in_no_run() -> None:
    runs = writer()
    runs.say("a", BARE)
    runs.put([Atom(AtomKind.WORDS, Span(0, 0), "\n", BARE)])
    runs.say("b", PLAIN)
    assert runs.written() == '<t xml:space="preserve">a\n</t><r><t>b</t></r>'


def test_no_more_is_written_than_has_room() -> None:
    runs = writer(3)
    runs.say("ab", PLAIN)
    runs.say("cd", BOLD)
    assert runs.written() == "<r><t>ab</t></r><r><b/><t>c</t></r>"
    text = TextWriter(room=3, banned=",")
    text.say("a,bcd", BARE)
    assert text.written() == "abc"


def test_texts_are_spelt_as_their_place_needs_and_without_what_xml_lacks() -> None:
    assert spelt('a\0b\x0b<&"\n\ud800\uffff😀') == 'ab&lt;&amp;"\n😀'
    assert spelt("<\"'\n", is_attribute=True) == "&lt;&quot;&apos;&#10;"
