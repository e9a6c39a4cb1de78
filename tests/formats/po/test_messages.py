from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Span
from translator.errors import SourceError
from translator.formats.po.messages import PoForm, PoMessage, messages

ONE = """# Catatan
#, fuzzy, c-format
msgctxt "menu"
msgid "Buka "
"%d berkas"
msgid_plural "Buka %d berkas"
msgstr[0] "Open %d file"
msgstr[1] ""

#~ msgid "Lama"
#~ msgstr "Old"
"""


def test_a_message_is_read_with_all_that_belongs_to_it_and_an_obsolete_one_is_not() -> None:
    first, second = ONE.index('"Open'), ONE.index('""')
    forms = PoForm(0, Span(first, first + 14), "Open %d file"), PoForm(1, Span(second, second + 2), "")
    comments = Span(0, 9), Span(10, 28)
    flags = frozenset({"fuzzy", "c-format"})
    assert list(messages(ONE, "a.po")) == [
        PoMessage(4, "menu", "Buka %d berkas", "Buka %d berkas", forms, comments, flags)
    ]


def test_the_flags_of_an_obsolete_message_are_not_those_of_the_next() -> None:
    text = '#, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\nmsgid "c"\nmsgstr ""\n'
    assert [(each.source, each.flags) for each in messages(text, "a.po")] == [("c", frozenset())]


def test_messages_need_no_blank_line_and_no_line_of_their_own() -> None:
    text = 'msgid "a" msgstr "b" msgid "c" msgstr "" "d"'
    assert [(each.source, each.forms[0].value) for each in messages(text, "a.po")] == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Kapal itu tiba.\n", "line 1: 'Kapal itu tiba.'; a comment, or a keyword such as msgid was wanted"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', "line 2: msgid behind msgid"),
        ('msgid "a"\n\n# x\nmsgid "b"\nmsgstr ""', "line 1: the message has no msgstr"),
        ('msgstr "a"\n', "line 1: the message has no msgid"),
        ('msgid "a"\nmsgstr', "line 2: the file ends; a string was wanted"),
        ('msgid "a"\nmsgstr "b\n', "line 2: '\"b'; a string was wanted"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr ""\n', "line 1: the message has other forms than it needs"),
        ('msgid "a"\nmsgstr[0] ""\n', "line 1: the message has other forms than it needs"),
        ('"a"', "line 1: '\"a\"'; a comment, or a keyword such as msgid was wanted"),
    ],
)
def test_a_broken_catalogue_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(messages(text, "a.po"))
    assert caught.value.message.startswith(f"a.po, {message}")


PARTS = ["msgid ", "msgstr ", "msgstr[0] ", "msgid_plural ", "msgctxt ", '"a"', '"', "\n", "# x\n", "#~ x\n", "\\", "x"]


@given(st.lists(st.sampled_from(PARTS), max_size=20).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(SourceError):
        for message in messages(text, "a.po"):
            assert all(form.span.of(text)[0] == form.span.of(text)[-1] == '"' for form in message.forms)
