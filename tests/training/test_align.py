from training.align import copied, join


def subwords(text: str) -> list[str]:
    return text.split()


def test_links_of_both_ways_stay_by_target_subword() -> None:
    assert join("0-0 3-1 2-2 1-10", "1-10 2-2 0-0 3-3", "", "") == "0-0 2-2 1-10"


def test_a_name_is_linked_with_itself_whatever_eflomal_found() -> None:
    source, target = "▁ke ▁Dam as kus ,", "▁In ▁Dam as kus ."
    assert join("0-0 0-1 2-2", "0-0 0-1 2-2", source, target) == "0-0 1-1 2-2 3-3"


def test_a_name_in_other_subwords_is_linked_where_they_begin() -> None:
    assert copied(subwords("▁di ▁Ja kar ta"), subwords("▁J a karta")) == {0: 1, 1: 1, 2: 2}


def test_a_figure_is_linked_without_its_brackets() -> None:
    assert copied(subwords("▁( 4 2 )"), subwords("▁ 4 2 ,")) == {1: 1, 2: 2}


def test_words_in_small_letters_and_names_that_stand_twice_are_left_to_eflomal() -> None:
    assert copied(subwords("▁air"), subwords("▁air")) == {}
    assert copied(subwords("▁Aceh ▁dan ▁Aceh"), subwords("▁Aceh")) == {}
    assert copied([], []) == {}
