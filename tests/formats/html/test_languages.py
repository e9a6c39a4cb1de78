from __future__ import annotations

import pytest

from translator.formats.html.languages import english_for, is_foreign, language_attribute
from translator.markup.html_attributes import attributes
from translator.markup.html_scan import scan


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        *(("id", "en"), ("in", "en"), ("ID", "en"), ("id-ID", "en-US"), ("id_ID", "en_US"), ("ind", "en")),
        *(("en", ""), ("id-MY", ""), ("idn", ""), ("", ""), ("{{ lang }}", ""), ("jv-ID", "")),
    ],
)
def test_only_what_says_indonesian_becomes_english(tag: str, wanted: str) -> None:
    assert english_for(tag) == wanted


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        *(("<p lang=en>", True), ("<p xml:lang='ar'>", True), ("<p lang=id>", False), ("<p lang=in-ID>", False)),
        *(("<p>", None), ("<p lang=''>", None), ("<p lang=und>", None), ("<p lang='{{x}}'>", None)),
        *(("<html lang=en>", None), ("<html lang=id>", False)),
    ],
)
def test_an_element_may_say_that_it_is_foreign(tag: str, wanted: bool | None) -> None:
    token = next(scan(tag))
    assert is_foreign(token.name, attributes(tag, token)) is wanted


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("<html lang=id xml:lang=id>", ["lang", "xml:lang"]),
        ("<meta http-equiv=Content-Language content=id>", ["content"]),
        ("<meta property='og:locale' content=id_ID>", ["content"]),
        ("<meta name=author content=id>", []),
        ("<a hreflang=id>", []),
    ],
)
def test_the_attributes_that_name_the_language_of_the_text(tag: str, names: list[str]) -> None:
    token = next(scan(tag))
    assert [each.name for each in language_attribute(token.name, attributes(tag, token))] == names
