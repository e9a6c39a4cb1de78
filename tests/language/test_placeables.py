from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator.bitext import Status, TermUse
from translator.document import Span
from translator.language.placeables import Cut, cut, plant, uncut

PAGE = "https://contoh.example/berita?id=1"


def test_addresses_are_cut_out_with_their_brackets_and_one_space() -> None:
    assert cut(f"Lihat {PAGE} untuk rincian.") == ("Lihat untuk rincian.", (Cut(PAGE, 6, len(PAGE) + 1),))
    assert cut("Hubungi humas@contoh.example.")[0] == "Hubungi."
    assert cut(f"Situs ({PAGE}), katanya.")[0] == "Situs, katanya."
    assert cut("Jalankan `padan --help` dulu.")[0] == "Jalankan dulu."
    assert cut("@panglima hadir di www.contoh.example/rapat.")[0] == "hadir di."


def test_emoji_are_cut_out_whole() -> None:
    for emoji in ("😀", "👍🏽", "❤️", "👨‍👩‍👧", "🇮🇩", "✓", "😀👍🏽"):
        assert cut(f"Kapal {emoji} itu tiba.") == ("Kapal itu tiba.", (Cut(emoji, 6, len(emoji) + 1),))


def test_what_is_no_address_stays() -> None:
    for text in ("Kapal itu tiba.", "Harga Rp1.500.000,- per unit", "a.n. Letjen. Budi", "pukul 10.30", "5 ` kaki"):
        assert cut(text) == (text, ())


def test_a_span_of_what_is_left_is_found_in_the_whole() -> None:
    text = f"Lihat {PAGE} di kota, lalu humas@contoh.example di kapal itu."
    left, cuts = cut(text)
    for word in ("Lihat", "kota", "kapal itu", "lalu"):
        start = left.index(word)
        assert uncut(Span(start, start + len(word)), cuts).of(text) == word


def test_an_address_goes_behind_the_translation_of_the_word_before_it() -> None:
    left, cuts = cut(f"Kata kapal {PAGE} hari ini")
    use = TermUse("kapal", "ship", Status.NATURAL, Span(5, 10), Span(0, 4))
    links = [(Span(5, 10), Span(0, 4)), (Span(0, 4), Span(5, 9)), (Span(11, 15), Span(10, 15))]
    planted = plant("Ship said today", [use], links, cuts, left)
    assert planted.target == f"Ship {PAGE} said today"
    assert planted.terms[0].target_span == Span(0, 4)
    assert [word.of(planted.target) for _, word in planted.links] == ["Ship", "said", "today", PAGE]


def test_an_address_that_begins_or_ends_its_sentence_begins_or_ends_the_translation() -> None:
    left, cuts = cut(f"{PAGE} memuat berita, lihat {PAGE}.")
    assert plant("carries news, see.", [], [], cuts, left).target == f"{PAGE} carries news, see {PAGE}."


def test_what_stands_behind_the_full_stop_stands_there_again() -> None:
    left, cuts = cut("Kapal itu tiba! 😀")
    assert plant("The ship arrived!", [], [], cuts, left).target == "The ship arrived! 😀"
    left, cuts = cut("Kapal itu tiba 😀!")
    assert plant("The ship arrived!", [], [], cuts, left).target == "The ship arrived 😀!"


@given(
    st.lists(
        st.sampled_from(
            ["kapal", "di", "kota,", PAGE, "a@contoh.example", "(www.contoh.example)", "`x y`", "😀", "tiba!", "."]
        )
    )
)
def test_nothing_is_lost_by_cutting_and_planting(words: list[str]) -> None:
    text = " ".join(words)
    left, cuts = cut(text)
    assert len(left) + sum(each.length for each in cuts) == len(text)
    planted = plant(left, [], [(Span(0, 0), Span(0, 0))], cuts, left)
    assert sorted(planted.target.replace(" ", "")) == sorted(text.replace(" ", ""))
