from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator.bitext import Status, TermUse
from translator.document import Span
from translator.language.masking import Mask, mask, restore, unmasked

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


def test_addresses_are_taken_out_with_their_brackets_and_one_space() -> None:
    assert mask(f"Lihat {PAGE} untuk rincian.") == (
        "Lihat untuk rincian.",
        (Mask(PAGE, Span(6, 7 + len(PAGE)), 6),),
    )
    assert mask("Hubungi humas@contoh.example.")[0] == "Hubungi."
    assert mask(f"Situs ({PAGE}), katanya.")[0] == "Situs, katanya."
    assert mask("@panglima hadir di www.contoh.example/rapat.")[0] == "hadir di."


def test_what_is_no_placeable_stays() -> None:
    for text in ("Kapal itu tiba.", "Harga Rp1.500.000,- per unit", "a.n. Letjen. Budi", "pukul 10.30", "5 ` kaki"):
        assert mask(text) == (text, ())


def test_a_placeable_inside_a_kept_span_is_not_masked() -> None:
    text = "Peluncur C++ dan T#"
    assert mask(text, [Span(0, 12)])[0] == "Peluncur C++ dan T"


def test_a_word_with_a_symbol_has_a_stand_in_that_gives_way() -> None:
    assert mask("Firma S&P dan riset & uji")[0] == "Firma SP dan riset dan uji"
    assert restored("Firma S&P tutup.", "The firm SP's closed.", "1-2") == "The firm S&P's closed."
    assert restored("Riset & uji", "Research and tests", "0-0 1-1 2-2") == "Research & tests"
    assert restored("Firma S&P tutup.", "It closed.", "0-0 2-1") == "It S&P closed."


def test_a_name_that_is_a_stand_in_becomes_the_word_with_its_symbol() -> None:
    text, masks = mask("Firma S&P tutup")
    use = TermUse("SP", "SP", Status.NATURAL, Span(6, 8), Span(5, 7))
    whole = restore("Firm SP closed", [use], [(Span(6, 8), Span(5, 7))], masks, text)
    assert whole.terms == (TermUse("S&P", "S&P", Status.NATURAL, Span(6, 9), Span(5, 8)),)


def test_a_span_of_the_masked_text_is_found_in_the_whole() -> None:
    text = f"Lihat {PAGE} di kota, lalu humas@contoh.example di kapal S&P itu."
    masked, masks = mask(text)
    for word in ("Lihat", "kota", "kapal", "lalu", "itu"):
        start = masked.index(word)
        assert unmasked(Span(start, start + len(word)), masks).of(text) == word
    start = masked.index("SP")
    assert unmasked(Span(start, start + 2), masks).of(text) == "S&P"


def test_a_placeable_follows_the_translation_of_the_word_before_it() -> None:
    text, masks = mask(f"Kata kapal {PAGE} hari ini")
    use = TermUse("kapal", "ship", Status.NATURAL, Span(5, 10), Span(0, 4))
    links = [(Span(5, 10), Span(0, 4)), (Span(0, 4), Span(5, 9)), (Span(11, 15), Span(10, 15))]
    whole = restore("Ship said today", [use], links, masks, text)
    assert whole.target == f"Ship {PAGE} said today"
    assert whole.terms[0].target_span == Span(0, 4)
    assert [word.of(whole.target) for _, word in whole.links] == ["Ship", "said", "today", PAGE]


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


def test_runs_of_blanks_and_codes_for_a_new_line_stand_between_the_same_words() -> None:
    assert restored("Nama   Jumlah", "Name Number", "0-0 1-1") == "Name   Number"
    assert restored("Ayo\\Npergi dari sini", "Let's go away", "0-0 1-1") == "Let's\\Ngo away"


PLACEABLES = ["{0}", "%s", PAGE, "a@contoh.example", "(www.contoh.example)", "`x y`", "😀", "B-1/X/IV/2020", "~/a/b.c"]


@given(st.lists(st.sampled_from([*PLACEABLES, "kapal", "di", "kota,", "tiba!", ".", "S&P", "C++", "<b>"])))
def test_nothing_is_lost_and_each_placeable_stands_as_often_as_in_the_source(parts: list[str]) -> None:
    source = " ".join(parts)
    text, masks = mask(source)
    whole = restore(text, [], [(Span(0, 0), Span(0, 0))], masks, text)
    assert sorted(whole.target.replace(" ", "")) == sorted(source.replace(" ", ""))
    for each in masks:
        assert whole.target.count(each.text) >= source.count(each.text)
