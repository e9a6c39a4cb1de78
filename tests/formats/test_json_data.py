from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_txt import translated
from translator.document import Place, Segment, Span
from translator.errors import SourceError, UsageError
from translator.formats import json_data
from translator.formats.base import Reading

FILE = """{ "id": 7, "judul" : "Kapal tiba",
  "berita": [ {"isi": "Satu.\\nDua \\"x\\"", "isi": "Lagi"}, {"isi": "Caf\\u00e9", "n": 1.50} ],
  "kosong": {}, "daftar": ["satu", ["dua"]] }
"""


def rendered(source: str, fields: tuple[str, ...], table: dict[str, str], name: str = "a.json") -> str:
    return json_data.render(translated(json_data.parse(source.encode(), name, Reading(fields=fields)), table)).decode()


def texts(source: str, *fields: str, name: str = "a.json") -> list[str]:
    return [segment.text for segment in json_data.parse(source.encode(), name, Reading(fields=fields)).segments]


def test_each_line_of_a_chosen_text_is_a_segment_with_its_place() -> None:
    assert json_data.parse(FILE.encode(), "a.json", Reading(fields=("judul", "berita.1.isi"))).segments == (
        Segment("Kapal tiba", Place(Span(21, 33), 1, "judul")),
        Segment("Café", Place(Span(101, 112), 2, "berita.1.isi")),
    )


def test_a_star_is_any_key_or_item() -> None:
    assert texts(FILE, "berita.*.isi") == ["Satu.", 'Dua "x"', "Lagi", "Café"]
    assert texts(FILE, "*") == ["Kapal tiba"]
    assert texts(FILE, "daftar.*") == ["satu"]
    assert texts(FILE, "daftar.1.0", "judul") == ["Kapal tiba", "dua"]


def test_a_translation_is_escaped_as_its_source_was_and_all_else_stays() -> None:
    table = {"Kapal tiba": "Ship “in”", 'Dua "x"': 'Two\t"y"', "Café": "Café é"}
    wanted = (
        FILE.replace("Kapal tiba", "Ship “in”")
        .replace('Dua \\"x\\"', 'Two\\t\\"y\\"')
        .replace("Caf\\u00e9", "Caf\\u00e9 \\u00e9")
    )
    assert rendered(FILE, ("judul", "berita.*.isi"), table) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (r'{"a": "\u003cb\u003eSatu\u003c\/b\u003e/x"}', r'{"a": "\u003cb\u003eOne\u003c\/b\u003e\/x"}'),
        (r'{"a": "é \uD83D\uDE00 Satu \u0022"}', r'{"a": "é \uD83D\uDE00 One \u0022"}'),
        (r'{"a": "Satu – dua \u2013 x"}', r'{"a": "One \u2013 dua \u2013 x"}'),
    ],
)
def test_a_character_that_the_source_escapes_is_escaped(source: str, wanted: str) -> None:
    (text,) = texts(source, "a")
    assert rendered(source, ("a",), {text: text.replace("Satu", "One")}) == wanted


def test_blocks_of_html_part_a_text_and_tags_inside_travel() -> None:
    source = r'{"a": "<h2>Satu</h2><p>Kapal <b>perang</b> &amp; awak.<br>Dua\n\nTiga</p><script>x=1</script>"}'
    assert texts(source, "a") == ["Satu", "Kapal perang & awak.", "Dua", "Tiga"]
    table = {"Satu": "One <", "Kapal perang & awak.": "The warship & crew.", "Tiga": "Three"}
    wanted = r'{"a": "<h2>One &lt;</h2><p>The <b>warship</b> &amp; crew.<br>Dua\n\nThree</p><script>x=1</script>"}'
    written = rendered(source, ("a",), table)
    assert written.replace("<b>The warship</b>", "The <b>warship</b>") == wanted
    assert json_data.parse(source.encode(), "a.json", Reading(fields=("a",))).notices == ("left as it is: 1 script",)


def test_tags_inside_a_sentence_alone_make_no_html() -> None:
    assert texts('{"a": "Klik <b>di sini</b> &amp; <Nama lengkap>"}', "a") == [
        "Klik <b>di sini</b> &amp; <Nama lengkap>"
    ]


def test_a_message_with_choices_is_left_and_told() -> None:
    source = '{"a": "{n, plural, other {# kapal}}", "b": "{0, choice, 0#nihil|1#satu}", "c": "Satu {n}"}'
    document = json_data.parse(source.encode(), "a.json", Reading(fields=("*",)))
    assert [segment.text for segment in document.segments] == ["Satu {n}"]
    assert document.notices == ("messages with choices, such as {n, plural, ...}, were left: 2",)


def test_half_a_character_stays_and_parts_the_text() -> None:
    source = r'{"a": "Satu é \ud83d", "b": "\ude00", "c": "Satu\ud83ddua"}'
    assert texts(source, "*") == ["Satu é", "Satu", "dua"]
    wanted = r'{"a": "One \ud83d", "b": "\ude00", "c": "1\ud83d2"}'
    assert rendered(source, ("*",), {"Satu é": "One", "Satu": "1", "dua": "2"}) == wanted


def test_each_line_of_json_lines_is_a_value_of_its_own() -> None:
    source = '\ufeff{"a": "Satu"}\r\n\r\n{"a": "Dua", "b": "Tiga"}'
    assert texts(source, "a", name="a.jsonl") == ["Satu", "Dua"]
    assert rendered(source, ("a",), {"Dua": "Two"}, "a.jsonl") == source.replace("Dua", "Two")


def test_a_field_that_meets_no_text_is_a_notice() -> None:
    document = json_data.parse(FILE.encode(), "a.json", Reading(fields=("id", "judul", "x.y")))
    assert document.notices == ("the field 'id' meets no text", "the field 'x.y' meets no text")


def test_data_without_a_choice_are_refused() -> None:
    with pytest.raises(UsageError, match=r"a\.json is data, and none of its fields is chosen"):
        json_data.parse(FILE.encode(), "a.json")


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        ("a.json", '{"a": \n "b",}', "a.json, line 2, column 6: not JSON"),
        ("a.json", "", "a.json, line 1, column 1: not JSON"),
        ("a.jsonl", '{"a": "b"}\n{"a" "b"}\n', "a.jsonl, line 2, column 6: not JSON"),
        ("a.json", "[" * 100_000, "a.json, line 1: JSON that is nested too deep"),
        ("a.json", "[" + "9" * 5_000 + "]", "a.json, line 1: not JSON that can be read"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(name: str, source: str, message: str) -> None:
    with pytest.raises(SourceError) as error:
        json_data.parse(source.encode(), name, Reading(fields=("a",)))
    assert error.value.message.startswith(message)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(values, st.booleans(), st.sampled_from([None, 1]))
def test_all_texts_of_any_value_are_found_and_nothing_changes_untranslated(
    value: object, is_ascii: bool, indent: int | None
) -> None:
    source = json.dumps(value, ensure_ascii=is_ascii, indent=indent)
    fields = tuple(".".join("*" * depth) for depth in range(1, 8))
    reading = Reading(fields=fields)
    if "\\ud" in source:  # half a character is no text
        return
    found = [found.value for found, _ in json_data.parse(source.encode(), "a.json", reading).skeleton.texts]
    kept = [text for text in _strings(value) for line in text.split("\n") if line.strip()]
    assert found == kept
    assert rendered(source, fields, {}) == source


def _strings(value: object, depth: int = 0) -> list[str]:
    if isinstance(value, str):
        return [value] if depth else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in _strings(each, depth + 1)]
