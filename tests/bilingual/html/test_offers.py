from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator.bilingual.html.offers import Stretch, difference, shown_offers
from translator.bitext import Offer, Origin, Pair


def test_the_words_that_differ_are_marked() -> None:
    assert difference("Dua kapal tiba pagi ini.", "Tiga kapal tiba kemarin pagi ini.") == (
        Stretch("del", "Dua"),
        Stretch("ins", "Tiga"),
        Stretch("same", " kapal tiba"),
        Stretch("ins", " kemarin"),
        Stretch("same", " pagi ini."),
    )


@given(st.text(), st.text())
def test_both_sentences_can_be_read_in_the_difference(offered: str, wanted: str) -> None:
    stretches = difference(offered, wanted)
    assert "".join(stretch.text for stretch in stretches if stretch.kind != "ins") == offered
    assert "".join(stretch.text for stretch in stretches if stretch.kind != "del") == wanted


def test_an_offer_that_is_too_unlike_is_not_shown_and_the_others_keep_their_numbers() -> None:
    offers = (Offer(60, "Siap.", "Ready."), Offer(75, "Siap!", "Ready!"))
    (shown,) = shown_offers(Pair("Siap", "Ready", Origin.ENGINE, fuzzy=offers))
    assert (shown.number, shown.offer) == (1, offers[1])
