from __future__ import annotations

from pathlib import Path

import pytest

from glossary.files import load, tbx
from glossary.term import GlossaryError, Term, TermStatus

ENTRY = """<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><descrip type="subjectField">army</descrip>
<langSet xml:lang="en-GB"><ntig><termGrp><term>warship</term></termGrp></ntig></langSet>
<langSet xml:lang="in"><tig><term>kapal <hi>perang</hi></term></tig><tig><term>KRI</term></tig></langSet>
</termEntry></body></text></martif>"""
PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = "preferred", "admitted", "deprecated", "superseded"


def write(folder: Path, text: str) -> Path:
    path = folder / "terms.tbx"
    path.write_text(text, encoding="utf-8")
    return path


def language(name: str, *terms: tuple[str, str]) -> str:
    """A langSet of terms with their status; one of `ntig` nesting, as some tools write it."""
    parts = []
    for text, status in terms:
        note = f'<termNote type="administrativeStatus">{status}Term-admn-sts</termNote>' if status else ""
        parts.append(f"<ntig><termGrp><term>{text}</term>{note}</termGrp></ntig>")
    return f'<langSet xml:lang="{name}">{"".join(parts)}</langSet>'


def entries(*languages: str) -> str:
    """A TBX file with one entry in each line, the first one in line 2."""
    return (
        "<martif><text><body>\n"
        + "\n".join(f"<termEntry>{each}</termEntry>" for each in languages)
        + ("</body></text></martif>")
    )


def test_the_lists_of_other_tools_are_read(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY)
    wanted = Term("kapal perang", ("warship",), variants=("KRI",), origin=f"{path}:2", domain="army")
    assert load(path).terms == (wanted,)


def test_preferred_terms_come_first_and_deprecated_translations_are_forbidden(tmp_path: Path) -> None:
    english = language("en", ("battleship", DEPRECATED), ("war vessel", ADMITTED), ("warship", PREFERRED))
    path = write(tmp_path, entries(language("id", ("kapal perang", "")) + english))
    wanted = Term("kapal perang", ("warship", "war vessel"), origin=f"{path}:2", forbidden=("battleship",))
    assert load(path).terms == (wanted,)


def test_an_entry_with_deprecated_translations_only_is_retired(tmp_path: Path) -> None:
    english = language("en", ("battleship", DEPRECATED), ("man-of-war", SUPERSEDED))
    path = write(tmp_path, entries(language("id", ("kapal perang", "")) + english))
    targets = ("battleship", "man-of-war")
    assert load(path).terms == (Term("kapal perang", targets, origin=f"{path}:2", status=TermStatus.RETIRED),)


def test_a_deprecated_spelling_of_the_source_is_a_retired_entry(tmp_path: Path) -> None:
    indonesian = language("id", ("Irian Jaya", DEPRECATED), ("Papua", PREFERRED))
    path = write(tmp_path, entries(indonesian + language("en", ("Papua", ""))))
    assert load(path).terms == (
        Term("Papua", ("Papua",), origin=f"{path}:2"),
        Term("Irian Jaya", ("Papua",), origin=f"{path}:2", status=TermStatus.RETIRED),
    )


def test_an_entry_that_lacks_a_language_is_left_out_with_a_notice(tmp_path: Path) -> None:
    whole = language("id", ("Rusia", "")) + language("en", ("Russia", ""))
    path = write(tmp_path, entries(language("id", ("Suriah", "")), whole, language("fr", ("char", ""))))
    listed = load(path)
    assert [(term.source, term.origin) for term in listed.terms] == [("Rusia", f"{path}:3")]
    lacking = "an entry without an Indonesian (id) and an English (en) term; left out"
    assert listed.notices == (f"{path}: line 2: {lacking}", f"{path}: line 4: {lacking}")


def test_many_entries_that_lack_a_language_are_counted(tmp_path: Path) -> None:
    whole = language("id", ("Rusia", "")) + language("en", ("Russia", ""))
    path = write(tmp_path, entries(whole, *[language("id", ("Suriah", ""))] * 25))
    notices = load(path).notices
    assert (len(notices), notices[-1]) == (21, f"{path}: ... and 5 more entries left out")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<martif>", ":1: not XML that can be read"),
        ("<tbx/>", ":1: the root element is <tbx>; wanted <martif>"),
        ("<martif>\n\n<termEntry/></martif>", ":3: an entry without an Indonesian (id) and an English (en) term"),
        ('<!DOCTYPE m [<!ENTITY a "b">]><martif>&a;</martif>', ":1: not XML that can be read"),
    ],
)
def test_what_is_no_list_is_refused(text: str, message: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(GlossaryError) as error:
        load(path)
    assert message in error.value.message


def test_what_xml_cannot_hold_is_dropped_and_said(tmp_path: Path) -> None:
    data, lost = tbx.render([Term("a\x01b", ("c<&>",))])
    path = write(tmp_path, data.decode())
    assert [(term.source, term.targets) for term in load(path).terms] == [("ab", ("c<&>",))]
    assert [problem.message for problem in lost] == [
        "control characters of 'a\\x01b' are dropped: XML cannot hold them"
    ]
