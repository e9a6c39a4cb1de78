from __future__ import annotations

from pathlib import Path

import pytest

from translator.errors import SourceError, UsageError
from translator.formats import (
    FORMATS,
    LIMIT,
    PACKAGES,
    SELECTED,
    Format,
    delimited,
    docx,
    epub,
    for_path,
    html,
    json_data,
    limit_for,
    markdown,
    named,
    odp,
    ods,
    odt,
    pdf,
    po,
    pptx,
    srt,
    txt,
    vtt,
    xliff,
    xlsx,
)
from translator.markup.zip_package import MAX_PACKAGE


def test_a_format_is_known_by_its_suffix_in_any_case() -> None:
    assert for_path(Path("berita.txt")) is FORMATS[".txt"]
    assert for_path(Path("arsip/BERITA.TXT")) is FORMATS[".txt"]


def test_a_format_is_known_by_its_name() -> None:
    assert named("html") is named(".HTM") is FORMATS[".html"]
    assert [named(suffix) for suffix in FORMATS] == list(FORMATS.values())


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        named("pages")
    assert caught.value.message == "unknown kind of document 'pages'"
    assert caught.value.hint == f"known are {', '.join(suffix[1:] for suffix in FORMATS)}"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("berita.abc", "berita.abc is a file of the unknown kind '.abc'"),
        ("berita", "berita is a file without a suffix that says its kind"),
        (".txt", ".txt is a file without a suffix that says its kind"),
    ],
)
def test_an_unknown_kind_is_refused_with_the_known_ones(name: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        for_path(Path(name))
    assert (caught.value.message, caught.value.hint) == (message, f"known are {', '.join(FORMATS)}")


def test_a_package_may_be_larger_than_a_text() -> None:
    assert limit_for(Path("berita.md")) == LIMIT
    assert limit_for(Path("berita.txt")) == txt.LIMIT > LIMIT  # it is read a little at a time
    assert limit_for(Path("berita.docx")) == MAX_PACKAGE > LIMIT


# The type checker sees here that every module is a format.
MODULES: tuple[Format, ...] = (
    *(txt, markdown, srt, vtt, html, delimited, json_data, po, xliff, pdf, docx, pptx, xlsx, odt, ods, odp, epub),
)
OFFICE: tuple[Format, ...] = (docx, pptx, xlsx, odt, ods, odp)


def test_every_format_is_listed() -> None:
    assert set(FORMATS.values()) == set(MODULES)


def test_all_suffixes_of_a_format_are_treated_alike() -> None:
    packages = {suffix for suffix, format_ in FORMATS.items() if format_ in (*OFFICE, epub)}
    selected = {suffix for suffix, format_ in FORMATS.items() if format_ in (delimited, json_data)}
    assert (PACKAGES, set(SELECTED)) == (packages, selected)
