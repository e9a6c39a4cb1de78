from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.bitext import Status, TermUse
from translator.document import Span
from translator.language.masking import mask, restore

PAGE = "https://contoh.example/berita?id=1"


def restored(source: str, target: str, links: str = "") -> str:
    """The target with the placeables of the source. links: of the white-space words, as `0-0 1-2`."""
    text, masks = mask(source)
    sources, targets = words(text), words(target)
    pairs = [tuple(map(int, link.split("-"))) for link in links.split()]
    return restore(target, [], [(sources[a], targets[b]) for a, b in pairs], masks, text).target


def words(text: str) -> list[Span]:
    spans = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append(Span(start, at))
    return spans


def test_a_stand_in_gives_way_to_its_placeable() -> None:
    assert restored("Firma S&P tutup.", "The firm XK's closed.", "1-2") == "The firm S&P's closed."
    assert restored("Riset & uji", "Research and tests", "0-0 1-1 2-2") == "Research & tests"
    assert restored(f"Lihat {PAGE} dan a@contoh.example.", "See ZB and XK.") == f"See a@contoh.example and {PAGE}."
    assert restored("Ada {0} berkas.", "There are 47 files.") == "There are {0} files."
    assert restored("Harga Rp{0} saja", "Only Rp47") == "Only Rp{0}"


def test_what_says_that_an_amount_is_whole_does_not_come_back() -> None:
    assert mask("Biaya Rp1.500,-/orang, iuran Rp5.000,--.")[0] == "Biaya Rp1.500/orang, iuran Rp5.000."
    assert restored("Biaya Rp1.500,- per orang.", "Rp1,500 per person.", "1-0 2-1 3-2") == "Rp1,500 per person."
    spelled_out = restored("Iuran Rp500,- (lima ratus).", "A fee of Rp500.", "0-1 1-3")
    assert spelled_out == "A fee of Rp500 (five hundred)."


def test_a_stand_in_that_the_model_lost_is_put_where_its_place_is() -> None:
    assert restored("Firma S&P tutup.", "It closed.", "0-0 2-1") == "It S&P closed."


def test_a_stand_in_that_the_model_wrote_twice_stands_once() -> None:
    assert restored(f"Baca {PAGE} dulu.", "Read XK XK first.") == f"Read {PAGE} first."
    assert restored("Ada {0} hari.", "There are 47, 47 days.") == "There are {0}, days."


def test_the_name_behind_the_number_of_a_unit_stands_behind_the_whole_unit() -> None:
    source = "Markas Batalyon 12/ABC tiba."
    text, masks = mask(source, own=[Span(7, 18)])
    unit = TermUse("Batalyon 12", "12th Battalion", Status.NATURAL, Span(7, 18), Span(4, 18))
    links = [(Span(16, 18), Span(0, 3))]
    assert restore("The 12th Battalion base came.", [unit], links, masks, text).target == (
        "The 12th Battalion/ABC base came."
    )


def test_a_sign_between_digits_comes_back() -> None:
    assert restored("Dosis 2×1 sehari, 3 × 4", "A dose of 2x1 a day, 3 x 4") == "A dose of 2×1 a day, 3 × 4"


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (r"Kapal dan \n. Awak", "Ship and. Crew", r"Ship and \n. Crew"),
        (r"Kapal dan \n. Awak", "Ship and . Crew", r"Ship and \n. Crew"),
        (r"Kapal tiba \n Awak pergi", "Ship came Crew left", r"Ship came \n Crew left"),
        (r"Kapal tiba\nAwak pergi", "Ship came Crew left", r"Ship came\nCrew left"),
        (r"\n Kapal tiba\n", "Ship came.", r"\n Ship came.\n"),
        (r"Kapal tiba.\n", "Ship came.", r"Ship came.\n"),
    ],
)
def test_a_code_for_a_new_line_keeps_its_blanks(source: str, target: str, wanted: str) -> None:
    assert restored(source, target, "0-0 1-1") == wanted


def test_a_sign_between_a_word_and_a_number_stands_before_the_number() -> None:
    assert restored("Pasien umur>60 tahun", "60-year-old patients", "0-1 1-0 2-0 3-0") == ">60-year-old patients"
    assert restored("umur≤9 hari", "aged 9 days", "0-0 1-1 2-2") == "aged ≤9 days"
    assert restored("Berat=7 kg dan luas=3 ha", "Weight: 7 kg and area: 3 ha") == "Weight=7 kg and area=3 ha"


def test_numbered_tags_are_pairs() -> None:
    assert restored("Klik <0>di sini</0> ya", "Click here please", "0-0 1-1 2-1 3-2") == "Click <0>here</0> please"


def test_marks_of_markdown_are_pairs() -> None:
    links = "0-0 1-2 2-1 3-3"
    link = "](https://desa.example/aturan)"
    assert restored(f"Baca [aturan baru{link} dulu.", "Read new rules first.", links) == f"Read [new rules{link} first."
    assert restored("Baca **aturan** baru dulu.", "Read new rules first.", links) == "Read new **rules** first."
    nested = restored(f"Baca **[aturan{link} baru** dulu.", "Read new rules first.", links)
    assert nested == f"Read **new [rules{link}** first."
    assert restored("Beras** murah.", "Cheap rice.", "0-1 1-0") == "Cheap rice**."


def test_brackets_come_back_in_their_order() -> None:
    assert restored("Pilih [Ya] (1) atau [Tidak].", "Select (Yes) (1) or (No).") == "Select [Yes] (1) or [No]."


def test_the_sign_of_a_note_follows_the_phrase_of_its_word() -> None:
    assert restored("Nama lengkap*) wajib diisi.", "The full name must be given.", "0-2 1-1 2-3 3-5") == (
        "The full name*) must be given."
    )
    assert restored("Harga barang† naik.", "The price of goods rose.", "0-1 1-2 1-3 2-4") == "The price of goods† rose."
    assert restored("Harga, pajak*) naik.", "Taxes prices rose.", "0-1 1-0 2-2") == "Taxes*) prices rose."


def test_half_a_bracket_at_an_edge_stays_at_that_edge() -> None:
    assert mask("lihat sumber]")[0] == "lihat sumber"
    assert restored("lihat sumber]", "Source view", "0-1 1-0") == "Source view]"
    assert restored("[lihat sumber", "Source view", "0-1 1-0") == "[Source view"


def test_a_term_that_is_a_stand_in_becomes_the_word_with_its_symbol() -> None:
    text, masks = mask("Riset & uji")
    use = TermUse("riset dan uji", "research and tests", Status.NATURAL, Span(0, 13), Span(0, 18))
    whole = restore("research and tests", [use], [], masks, text)
    span = Span(0, 16)
    assert whole.terms == (TermUse("riset & uji", "research & tests", Status.NATURAL, Span(0, 11), span),)


def test_a_placeable_follows_the_translation_of_the_word_before_it() -> None:
    text, masks = mask("Kata kapal 😀 hari ini")
    use = TermUse("kapal", "ship", Status.NATURAL, Span(5, 10), Span(0, 4))
    links = [(Span(5, 10), Span(0, 4)), (Span(0, 4), Span(5, 9)), (Span(11, 15), Span(10, 15))]
    whole = restore("Ship said today", [use], links, masks, text)
    assert whole.target == "Ship 😀 said today"
    assert whole.terms[0].target_span == Span(0, 4)
    assert [word.of(whole.target) for _, word in whole.links] == ["Ship", "said", "today", "😀"]


def test_a_placeable_that_begins_or_ends_its_sentence_begins_or_ends_the_translation() -> None:
    assert restored(f"{PAGE} memuat, lihat {PAGE}.", "carries, see.") == f"{PAGE} carries, see {PAGE}."
    assert restored("Kapal itu tiba! 😀", "The ship arrived!") == "The ship arrived! 😀"
    assert restored("Kapal itu tiba 😀!", "The ship arrived!") == "The ship arrived 😀!"
    assert restored("... dan pulang", "and went home") == "... and went home"


def test_marks_stay_beside_the_words_that_they_are_joined_to() -> None:
    links = "0-1 1-0"
    assert restored("Kata [penting]", "important word", links) == "[important] word"
    assert restored("Kata *penting* itu", "that important word", "0-2 1-1 2-0") == "that *important* word"
    assert restored("Ini <b>tebal</b> sekali.", "It is very bold.", "0-0 1-3 2-2") == "It is very <b>bold</b>."


@pytest.mark.parametrize(
    ("source", "target", "links", "wanted"),
    [
        ("<p>Harga <b>baru</b> berlaku.</p>", "New prices apply.", "0-1 1-0 2-2", "<p><b>New</b> prices apply.</p>"),
        ("<p>Kemarin ia pulang.</p>", "He left yesterday.", "0-2 1-0 2-1", "<p>He left yesterday.</p>"),
        ("Ini <b>rumah besar</b> kami", "This is our big house", "0-0 1-4 2-3 3-2", "This is our <b>big house</b>"),
        ("Harga <b>itu</b> naik.", "The price rises.", "0-1 2-2", "The price<b></b> rises."),
        ("Ini <b>rumah <i>besar</i></b>", "This big house", "0-0 1-2 2-1", "This <b><i>big</i> house</b>"),
        ("Ia <b>datang (tadi)</b>.", "He came (earlier).", "0-0 1-1 2-2", "He <b>came (earlier)</b>."),
        ('Kata <i>"ya"</i>, lalu pergi', 'Said "yes", then left', "0-0 1-1 2-2 3-3", 'Said <i>"yes"</i>, then left'),
        ("Air H<sub>2</sub>O itu", "The H 2 O water", "0-4 1-1 2-2 3-3 4-0", "The H<sub>2</sub>O water"),
        ("Satu <b> dua </b> tiga", "One two three", "0-0 1-1 2-2", "One <b> two </b> three"),
        ("Satu<br/>dua <br> tiga</p>", "One two three", "0-0 1-1 2-2", "One<br/>two <br> three</p>"),
        ("<b>Satu</b> <i>dua</i> tiga", "Three onetwo", "0-1 1-1 2-0", "Three <b>onetwo</b><i></i>"),
        ("<b>Satu dua</b> <i>tiga</i>", "One three two", "0-0 1-2 2-1", "<b>One</b> <i>three</i> two"),
    ],
)
def test_a_pair_of_tags_stands_around_the_translation_of_its_words(
    source: str, target: str, links: str, wanted: str
) -> None:
    assert restored(source, target, links) == wanted


def test_a_tag_does_not_part_a_term() -> None:
    text, masks = mask("Tentara <b>Utara</b> itu")
    use = TermUse("Tentara Utara", "Northern Army", Status.NATURAL, Span(0, 13), Span(4, 17))
    links = [(Span(0, 7), Span(13, 17)), (Span(8, 13), Span(4, 12))]
    assert restore("The Northern Army", [use], links, masks, text).target == "The <b>Northern Army</b>"


TAGS = ["<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<br/>", " <b>", "</b> ", "kota ", "itu", " ", ". "]


@given(st.lists(st.sampled_from(TAGS)).map("".join), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_pairs_of_tags_stay_nested(source: str, chosen: list[tuple[int, int]]) -> None:
    text, masks = mask(source)
    target = "The very old city there was big."
    sources, targets = words(text) or [Span(0, 0)], words(target)
    links = [(sources[a % len(sources)], targets[b % len(targets)]) for a, b in chosen]
    whole = restore(target, [], links, masks, text).target
    assert sorted(re.findall("<[^<>]+>", whole)) == sorted(re.findall("<[^<>]+>", source))
    if _are_nested(source):
        assert _are_nested(whole)


def _are_nested(text: str) -> bool:
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)>", text):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def test_runs_of_blanks_and_codes_for_a_new_line_stand_between_the_same_words() -> None:
    assert restored("Nama   Jumlah", "Name Number", "0-0 1-1") == "Name   Number"
    assert restored("Ayo\\Npergi dari sini", "Let's go away", "0-0 1-1") == "Let's\\Ngo away"


PLACEABLES = [
    "2×1",
    "[Ya]",
    "{",
    "}",
    "×",
    "[3]",
    "Rp{0}",
    "%d",
    "αβ",
    "#A",
    "ke-{0}",
    "[[",
    "{0}",
    "%s",
    PAGE,
    "a@contoh.example",
    "(www.contoh.example)",
    "`x y`",
    "😀",
    "B-1/X/IV/2020",
    "~/a/b.c",
]


@given(st.lists(st.sampled_from([*PLACEABLES, "kapal", "di", "kota,", "tiba!", ".", "S&P", "C++", "<b>"])))
def test_nothing_is_lost_and_each_placeable_stands_as_often_as_in_the_source(parts: list[str]) -> None:
    source = " ".join(parts)
    text, masks = mask(source)
    whole = restore(text, [], [(Span(0, 0), Span(0, 0))], masks, text)
    assert sorted(whole.target.replace(" ", "")) == sorted(source.replace(" ", ""))
    for each in masks:
        assert whole.target.count(each.text) >= source.count(each.text)
