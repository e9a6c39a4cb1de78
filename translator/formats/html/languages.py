"""The language that a page says its text is in, and what that becomes in the translation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from translator.markup.html_attributes import HtmlAttribute
from translator.markup.language_tags import english_for

LANGUAGE_ATTRIBUTES = ("lang", "xml:lang")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_NO_LANGUAGE = frozenset({"und", "mul"})
_HEAD = 2**16  # characters in which a page says what wrote it
# Office programs write the language of their spelling checker, which is seldom that of the text.
_BY_OFFICE = re.compile(
    r"urn:schemas-microsoft-com:office:|<meta\s[^>]{0,80}generator[^>]{0,80}(?:Microsoft|LibreOffice|OpenOffice)",
    re.IGNORECASE,
)
_ROOT = frozenset({"html", "body"})  # templates often name a wrong language here, so it is not believed


def languages_are_meant(text: str) -> bool:
    """Do the languages in a page tell those of its text? Not where an office program wrote it."""
    return _BY_OFFICE.search(text, 0, _HEAD) is None


def without_languages(found: Mapping[str, HtmlAttribute]) -> dict[str, HtmlAttribute]:
    """The attributes of an element but for those that name its language."""
    kept = dict(found)
    for name in LANGUAGE_ATTRIBUTES:
        kept.pop(name, None)
    return kept


def is_foreign(element: str, found: Mapping[str, HtmlAttribute]) -> bool | None:
    """Do the attributes of an element say that it is in another language than Indonesian? None: they do not say."""
    for name in LANGUAGE_ATTRIBUTES:
        if name not in found:
            continue
        tag = found[name].value.strip()
        if english_for(tag):
            return False
        if _names_language(tag):
            return None if element in _ROOT else True
    return None


def _names_language(tag: str) -> bool:
    if tag.lower() in _NO_LANGUAGE:
        return False
    return _LANGUAGE.fullmatch(tag) is not None


def language_attribute(element: str, found: Mapping[str, HtmlAttribute]) -> list[HtmlAttribute]:
    """The attributes of an element that name the language of the page's text."""
    named = [found[name] for name in LANGUAGE_ATTRIBUTES if name in found]
    if element != "meta" or "content" not in found:
        return named
    for name, value in (("http-equiv", "content-language"), ("property", "og:locale")):
        if name in found and found[name].value.strip().lower() == value:
            named.append(found["content"])
    return named
