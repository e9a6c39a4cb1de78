from __future__ import annotations

from translator.markup.language_tags import english_for, is_english


def test_a_tag_that_says_indonesian_has_an_english_one_of_its_form() -> None:
    tags = ["id", "in", " ID ", "id-ID", "id_ID", "ind", "en", "ms", "id-Latn", ""]
    assert [english_for(tag) for tag in tags] == ["en", "en", "en", "en-US", "en_US", "en", "", "", "", ""]


def test_english_is_known_by_its_tag_whatever_the_region() -> None:
    tags = ["en", "EN-gb", "en_US.UTF-8", "eng", "en@shaw", "id", "ens", ""]
    assert [is_english(tag) for tag in tags] == [True, True, True, True, True, False, False, False]
