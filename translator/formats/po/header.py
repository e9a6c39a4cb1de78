"""The header of a catalogue: its encoding, its language, and how many plural forms its messages have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.formats.po.messages import PoForm, PoMessage
from translator.formats.po.strings import said
from translator.markup.language_tags import english_for, is_english

ENGLISH_PLURALS = "nplurals=2; plural=(n != 1);"
_ENGLISH_FORMS = 2
_FORMS = re.compile(r"nplurals\s*=\s*([1-9])\s*;")  # no language has more than six
_CHARSET = re.compile(r"charset=([\w.:-]+)")
_TEMPLATE_CHARSET = "CHARSET"  # what stands in a template where the encoding is to be named
_CONTENT_TYPE = re.compile(r"Content-Type:[^\n]{0,200}")
_HEAD = 2**16  # bytes in which the header is looked for


@dataclass(frozen=True, slots=True)
class PoHeader:
    """What a header says, and what it becomes.

    form: its strings; None where the catalogue has no header. language, charset: as it names them, empty where it does
    not. forms: of a plural message in the translation. plurals: what the field Plural-Forms becomes; empty: it stays.
    """

    form: PoForm | None
    language: str = ""
    charset: str = ""
    forms: int = _ENGLISH_FORMS
    plurals: str = ""

    @property
    def is_foreign(self) -> bool:
        """Does it say that the translation is in another language than English?"""
        if not self.language or english_for(self.language):
            return False
        return not is_english(self.language)


def header_of(found: Iterable[PoMessage]) -> PoHeader:
    """The header of a catalogue with these messages.

    The number of plural forms that it names is obeyed. English has two: they are named where the header is that of a
    template, and where it says Indonesian and no plural message has a translation, which would then lack a form.
    """
    everything = list(found)
    header = next(filter(_is_header, everything), None)
    if header is None:
        return PoHeader(None)
    form = header.forms[0]
    language = _field(form, "Language")
    numbers = _field(form, "Plural-Forms")
    named = _FORMS.search(numbers)
    plurals = [message for message in everything if message.plural is not None]
    forms = int(named[1]) if named else _ENGLISH_FORMS
    becomes = ""
    takes_english = _takes_english_plurals(language, plurals) if named else bool(numbers or plurals)
    if takes_english:
        becomes = ENGLISH_PLURALS
        forms = _ENGLISH_FORMS
    return PoHeader(form, language, _charset(_field(form, "Content-Type")), forms, becomes)


def _is_header(message: PoMessage) -> bool:
    return message.is_header


def _takes_english_plurals(language: str, plurals: Sequence[PoMessage]) -> bool:
    """Can a header that says Indonesian name the forms of English? Not where a message is translated, with one form."""
    if not english_for(language):
        return False
    return not any(message.is_filled for message in plurals)


def _field(form: PoForm, name: str) -> str:
    found = re.search(rf"^{name}:(.*)$", form.value, re.MULTILINE)
    return found[1].strip() if found else ""


def _charset(text: str) -> str:
    """The encoding that a text names; empty where it names none."""
    found = _CHARSET.search(text)
    if found is None or found[1] == _TEMPLATE_CHARSET:
        return ""
    return found[1]


def charset_in(data: bytes) -> str:
    """The encoding that a catalogue names, as far as its bytes are ASCII; empty where it names none."""
    field = _CONTENT_TYPE.search(data[:_HEAD].decode("latin-1"))
    return _charset(field[0]) if field else ""


def translated_header(raw: str, header: PoHeader, charset: str) -> str:
    """The strings of the header in the translation. raw: those of the source. charset: in which it is written."""
    written = raw
    if not header.language or english_for(header.language):
        written = _with_field(written, "Language", english_for(header.language) or "en")
    if header.plurals:
        written = _with_field(written, "Plural-Forms", header.plurals)
        if "Plural-Forms:" not in said(written):
            written = f'{written}\n"Plural-Forms: {header.plurals}\\n"'
    if header.charset.lower() != charset.lower():
        written = re.sub(r"charset=[^\s;\\\"]+", f"charset={charset}", written, count=1)
    return written


def _with_field(raw: str, name: str, value: str) -> str:
    """The strings with another value of a field, if they have it; its value may be wrapped."""
    field = re.compile(rf'((?:"|\\n){name}:)(?:[^"\\]|"\s*")*')
    return field.sub(rf"\g<1> {value}", raw, count=1)
