from __future__ import annotations

import pytest

from translator.formats.po.header import charset_in, header_of, translated_header
from translator.formats.po.messages import messages
from translator.formats.po.strings import said

PLURAL = '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "%s"\n'
ENGLISH = "Plural-Forms: nplurals=2; plural=(n != 1);"


def written(fields: str, rest: str = "") -> str:
    """What the fields become, each with a line of its own."""
    lines = "".join(f'"{field}\\n"\n' for field in fields.split("|"))
    text = f'msgid ""\nmsgstr ""\n{lines}{rest}'
    header = header_of(messages(text, "a.po"))
    assert header.form is not None
    return said(translated_header(header.form.span.of(text), header, "UTF-8")).replace("\n", "|")


@pytest.mark.parametrize(
    ("fields", "rest", "becomes"),
    [
        ("Language: id", "", "Language: en|"),
        ("Language: id_ID|Plural-Forms: nplurals=1; plural=0;", PLURAL % "", f"Language: en_US|{ENGLISH}|"),
        (
            "Language: en_GB|Plural-Forms: nplurals=1; plural=0;",
            "",
            "Language: en_GB|Plural-Forms: nplurals=1; plural=0;|",
        ),
        ("Language: |Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;", PLURAL % "", f"Language: en|{ENGLISH}|"),
        (
            "Language: id|Plural-Forms: nplurals=1; plural=0;",
            PLURAL % "b",
            "Language: en|Plural-Forms: nplurals=1; plural=0;|",
        ),
        ("Content-Type: text/plain; charset=CHARSET", "", "Content-Type: text/plain; charset=UTF-8|"),
        ("X-A: 1", PLURAL % "", f"X-A: 1|{ENGLISH}|"),
    ],
)
def test_a_header_says_english_and_the_forms_that_messages_have(fields: str, rest: str, becomes: str) -> None:
    assert written(fields, rest) == becomes


def test_a_value_that_is_wrapped_is_replaced_whole() -> None:
    text = 'msgid ""\nmsgstr "Language: id\\n"\n"Plural-Forms: nplurals=1; "\n"plural=0;\\n"\n"X: y\\n"\n'
    header = header_of(messages(text, "a.po"))
    assert header.form is not None
    raw = translated_header(header.form.span.of(text), header, "UTF-8")
    assert raw == f'"Language: en\\n"\n"{ENGLISH}\\n"\n"X: y\\n"'


def test_the_encoding_is_read_before_the_text_is() -> None:
    data = 'msgstr ""\n"Content-Type: text/plain; charset=%s\\n"\n'
    assert charset_in((data % "ISO-8859-1").encode()) == "ISO-8859-1"
    assert charset_in((data % "CHARSET").encode()) == charset_in(b'msgid "charset=x"') == ""


def test_a_header_may_be_for_another_language() -> None:
    said_languages = {"id": False, "en_GB": False, "": False, "fr": True, "jv": True}
    found = {}
    for language in said_languages:
        text = f'msgid ""\nmsgstr "Language: {language}\\n"\n'
        found[language] = header_of(messages(text, "a.po")).is_foreign
    assert found == said_languages
