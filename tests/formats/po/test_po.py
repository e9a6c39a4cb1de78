from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_txt import translated
from translator.document import Mark, MarkKind, Place, Segment, Span
from translator.errors import SourceError
from translator.formats import po
from translator.formats.base import Reading

HEAD = r"""# Katalog percobaan
msgid ""
msgstr ""
"Project-Id-Version: coba 1\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\n"
"Last-Translator: Ani <ani@contoh.id>\n"
"Language-Team: Coba\n"
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
BODY = r"""#: kapal.c:12
#, c-format
msgid "Kapal %s tiba pukul %d.\n"
msgstr ""

#. Sudah ada
msgid "Sudah"
msgstr "Already"

#, fuzzy
#| msgid "Ragu lama"
msgid "Ragu"
msgstr "Doubt?"

msgctxt "menu"
msgid "_Buka"
msgstr ""

#, c-format
msgid "%d kapal"
msgid_plural "%d kapal"
msgstr[0] ""

#~ msgid "Usang"
#~ msgstr ""
"""
TABLE = {
    "Kapal %s tiba pukul %d.": "At %d arrived %s.",
    "Ragu": "Doubt",
    "Buka": "Open",
    "%d kapal": "%d ships",
}


def rendered(source: str, table: dict[str, str] | None = None, *, redo_fuzzy: bool = False) -> str:
    document = po.parse(source.encode(), "a.po", Reading(redo_fuzzy=redo_fuzzy))
    return po.render(translated(document, table)).decode()


def test_messages_without_a_translation_are_segments_with_their_place() -> None:
    start = BODY.index('msgstr ""') + len("msgstr ")
    menu = BODY.index('msgid "_Buka"\nmsgstr ') + len('msgid "_Buka"\nmsgstr ')
    assert po.parse(BODY.encode(), "a.po").segments[:2] == (
        Segment("Kapal %s tiba pukul %d.", Place(Span(start, start + 2), 3)),
        Segment("Buka", Place(Span(menu, menu + 2), 16, "menu"), (Mark(MarkKind.BESIDE, "_", "", Span(0, 0)),)),
    )


def test_translations_are_filled_in_and_all_else_stays() -> None:
    wanted = HEAD + BODY.replace('%d.\\n"\nmsgstr ""', '%d.\\n"\nmsgstr "At %2$d arrived %1$s.\\n"').replace(
        '_Buka"\nmsgstr ""', '_Buka"\nmsgstr "_Open"'
    ).replace('msgstr[0] ""', 'msgstr[0] "%d ships"\nmsgstr[1] "%d ships"')
    assert rendered(HEAD + BODY, TABLE) == wanted


def test_a_fuzzy_translation_is_done_anew_by_request_only() -> None:
    done = rendered(HEAD + BODY, TABLE, redo_fuzzy=True)
    assert done == rendered(HEAD + BODY, TABLE).replace(
        '#, fuzzy\n#| msgid "Ragu lama"\nmsgid "Ragu"\nmsgstr "Doubt?"', 'msgid "Ragu"\nmsgstr "Doubt"'
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_catalogue_that_is_full_keeps_every_byte(end: str) -> None:
    full = rendered(HEAD + BODY, TABLE).replace("\n", end)
    assert rendered(full, TABLE) == full


def test_a_message_whose_directives_are_lost_is_fuzzy() -> None:
    table = TABLE | {"Kapal %s tiba pukul %d.": "It came."}
    assert '#, fuzzy, c-format\nmsgid "Kapal %s tiba pukul %d.\\n"\nmsgstr "It came.\\n"' in rendered(BODY, table)


def test_a_template_becomes_a_catalogue_in_english() -> None:
    template = HEAD.replace("Language: en", "Language: ").replace("UTF-8", "CHARSET")
    template = template.replace("nplurals=2; plural=(n != 1);", "nplurals=INTEGER; plural=EXPRESSION;")
    assert rendered(template + BODY, TABLE) == rendered(HEAD + BODY, TABLE)


def test_another_language_is_left_and_told() -> None:
    source = (HEAD + BODY).replace("Language: en", "Language: fr")
    document = po.parse(source.encode(), "a.po")
    assert document.notices == ("its header says that its translations are in 'fr': left as it is",)
    assert po.render(translated(document)).decode() == source


def test_choices_that_a_program_makes_are_left_and_told() -> None:
    source = 'msgid "{n, plural, other {# kapal}}"\nmsgstr ""\n'
    document = po.parse(source.encode(), "a.po")
    assert document.notices == ("messages with choices, such as {n, plural, ...}, were left: 1",)
    assert po.render(translated(document)).decode() == source


def test_a_catalogue_is_written_in_its_own_encoding_or_else_in_utf_8() -> None:
    source = (HEAD + 'msgid "Kafé"\nmsgstr ""\n').replace("UTF-8", "ISO-8859-1").encode("latin-1")
    document = po.parse(source, "a.po")
    assert po.render(translated(document, {"Kafé": "Café"})) == source.replace(
        b'Kaf\xe9"\nmsgstr ""', b'Kaf\xe9"\nmsgstr "Caf\xe9"'
    )
    written = po.render(translated(document, {"Kafé": "“Café”"})).decode()
    assert 'charset=UTF-8\\n"' in written
    assert written.endswith('msgid "Kafé"\nmsgstr "“Café”"\n')


@pytest.mark.parametrize(
    ("forms", "wanted"),
    [(1, ["berkas-berkas"]), (2, ["satu berkas", "berkas-berkas"]), (3, ["satu berkas", *["berkas-berkas"] * 2])],
)
def test_a_plural_message_has_as_many_forms_as_its_header_says(forms: int, wanted: list[str]) -> None:
    plural = 'msgid "satu berkas"\nmsgid_plural "berkas-berkas"\nmsgstr[0] ""\n'
    source = HEAD.replace("nplurals=2", f"nplurals={forms}") + plural
    assert [each.text for each in po.parse(source.encode(), "a.po").segments] == wanted
    filled = "".join(f'msgstr[{number}] "{text}"\n' for number, text in enumerate(wanted))
    assert rendered(source).endswith(plural.replace('msgstr[0] ""\n', filled))


@pytest.mark.parametrize("charset", ["punycode", "utf-7", "unicode_escape", "rot13", "undefined", "utf-16", "nope", ""])
def test_a_header_that_names_no_encoding_of_documents_is_not_believed(charset: str) -> None:
    source = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\nmsgid "é"\nmsgstr ""\n'
    assert rendered(source, {"é": "e"}).endswith('msgid "é"\nmsgstr "e"\n')


def test_lines_of_a_message_are_segments_of_their_own_and_blanks_stay() -> None:
    source = 'msgid ""\n"Satu\\n"\n"\\n"\n"  dua  \\n"\nmsgstr ""\n'
    assert rendered(source, {"Satu": "One", "dua": "two"}) == source.replace(
        'msgstr ""', 'msgstr ""\n"One\\n"\n"\\n"\n"  two  \\n"'
    )


def test_tags_travel_with_their_words_and_part_blocks() -> None:
    source = '#, c-format\nmsgid "<p>Kapal <b>perang</b> 100%% <img src=\'%s\'>itu.</p><p>Ya<br>Tidak</p>"\nmsgstr ""\n'
    table = {"Kapal perang 100% itu.": "The warship 100%.", "Ya": "Yes", "Tidak": "No"}
    target = "<p><b>The</b> warship<img src='%s'> 100%%.</p><p>Yes<br>No</p>"  # without links: the nearest word
    assert [each.text for each in po.parse(source.encode(), "a.po").segments] == list(table)
    written = rendered(source, table)
    assert written == source.replace('msgstr ""', f'msgstr "{target}"')


PARTS = [
    "msgid ",
    'msgid "Kapal %s itu"\nmsgstr ""\n',
    '#, c-format\nmsgid "100%% dari %d"\nmsgid_plural "_Buka %d"\nmsgstr[0] ""\n',
    "#, fuzzy\n",
    '#| msgid "x"\n',
    'msgctxt "m"\n',
    'msgid ""\nmsgstr "Language: id\\n"\n',
    "\n",
    "# c\n",
    '#~ msgid "u"\n',
    '"',
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join), st.booleans())
def test_a_catalogue_that_was_filled_is_full(source: str, redo_fuzzy: bool) -> None:
    with suppress(SourceError):
        written = rendered(source, {"Kapal %s itu": "The ship %s", "100% dari %d": "%d of 100%"}, redo_fuzzy=redo_fuzzy)
        assert po.parse(written.encode(), "a.po").segments == ()


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("redo_fuzzy", [False, True])
def test_what_is_written_passes_the_check_of_gettext(redo_fuzzy: bool, tmp_path: Path) -> None:
    for number, head in enumerate(
        [
            HEAD,
            HEAD.replace("Language: en", "Language: id").replace("nplurals=2; plural=(n != 1)", "nplurals=1; plural=0"),
        ]
    ):
        path = tmp_path / f"{number}.po"
        path.write_text(rendered(head + BODY, TABLE, redo_fuzzy=redo_fuzzy))
        done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
