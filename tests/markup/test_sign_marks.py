from __future__ import annotations

import pytest

from tests.markup.test_tag_projection import RED_SHIP, around, carried, segment
from translator.document import Mark

OPENED = ("Pasar buka, lalu tutup.", "The market opened, then closed.", "0-1 1-2 2-3 3-4")


@pytest.mark.parametrize(
    ("sentence", "mark", "wanted"),
    [
        (RED_SHIP, around(20, 21), "The red ship arrived<.>"),
        (OPENED, around(10, 11), "The market opened<,> then closed."),
        (("Buka (lalu) tutup.", "Open (then) close.", "0-0 1-1 2-2"), around(5, 6), "Open <(>then) close."),
        (("Kata “ya”.", 'The word "yes".', "0-1 1-2"), around(8, 9), 'The word "yes<">.'),
        (("Satu, dua, tiga.", "One and two, three.", "0-0 1-2 2-3"), around(9, 10), "One and two<,> three."),
        (("Nama* wajib.", "His name* required.", "0-0 1-2"), around(4, 5), "His name<*> required."),
        (("Satu – dua.", "One - two.", "0-0 2-2"), around(5, 6), "One <-> two."),
        (("Harga 1.500 naik.", "Price 1,500 up.", "0-0 1-1 2-2"), around(16, 17), "Price 1,500 up<.>"),
    ],
)
def test_a_mark_of_only_signs_goes_to_the_same_signs(sentence: tuple[str, str, str], mark: Mark, wanted: str) -> None:
    assert carried(segment([sentence], mark)) == wanted


@pytest.mark.parametrize("target", ["The market opened and closed", "The market opened", "1,500"])
def test_it_never_takes_a_word_along(target: str) -> None:
    for mark in (around(10, 11), around(22, 23), around(11, 12)):
        made = carried(segment([("Pasar buka, lalu tutup.", target, "0-0 1-2 2-1 3-0")], mark))
        assert "<>" in made
        assert made.replace("<>", "") == target


def test_signs_and_the_words_before_them_have_marks_of_their_own() -> None:
    pair = segment([OPENED], around(6, 10), around(10, 11, "[", "]"), around(12, 22), around(22, 23, "[", "]"))
    assert carried(pair) == "The market <opened>[,] <then closed>[.]"


def test_a_link_around_a_sign_keeps_something_to_follow() -> None:
    link = Mark(around(0, 1).kind, "<", ">", around(10, 11).span, is_link=True)
    assert (
        carried(segment([("Pasar buka, lalu tutup.", "The market opened.", "0-1 1-2")], link)) == "The market <opened.>"
    )
