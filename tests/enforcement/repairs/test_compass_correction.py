from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Term
from tests.enforcement.repairs.expressions import mended
from translator.language import compass


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("di barat daya pulau", "in the west of island", "0-0 1-2 2-2 3-4", "in the southwest of island"),
        ("bukit barat laut", "the western hills", "0-2 1-1 2-1", "the northwestern hills"),
        ("Tenggara kota itu terbakar", "Southern town burned", "0-0 1-1 3-2", "Southeastern town burned"),
        ("angin barat daya", "NW wind", "0-1 1-0 2-0", "SW wind"),
        ("ke timur-laut", "to the east", "0-0 1-2 2-2 3-2", "to the northeast"),
        ("menuju baratdaya", "toward the west", "0-0 1-2", "toward the southwest"),
        ("di tenggara bukit", "in Tenggara of hill", "0-0 1-1 2-3", "in Southeast of hill"),
    ],
)
def test_another_point_gives_way_in_its_own_form(source: str, model: str, links: str, wanted: str) -> None:
    assert mended(source, model, links) == wanted


def test_what_the_model_made_of_the_second_word_goes_with_it() -> None:
    assert mended("dari barat daya", "from west of power", "0-0 1-1 2-2 2-3") == "from southwest"
    assert mended("dari barat laut kota", "from west of the sea town", "0-0 1-1 2-4 3-5") == "from northwest town"


def test_two_points_that_the_model_wrote_for_one_are_both_put_right() -> None:
    links = "1-0 2-2 3-1 4-3"
    assert mended("wilayah barat daya Suriah diserang", "northwest Syrian south attacked", links) == (
        "southwest Syrian southwest attacked"
    )


def test_of_two_equal_points_one_may_have_become_another() -> None:
    source, model = "dari barat laut dan di barat laut", "from the southwest and in the northwest"
    links = "0-0 1-2 2-2 3-3 4-4 5-6 6-6"
    assert mended(source, model, links) == "from the northwest and in the northwest"
    assert mended(source, "from the northwest and there", "0-0 1-2 2-2 3-3 4-4") == "from the northwest and there"


@pytest.mark.parametrize(
    ("source", "model", "links"),
    [
        ("dari timur ke barat daya", "from east to southwest", "0-0 1-1 2-2 3-3 4-3"),
        ("dari timur ke barat daya", "from the orient to SW", "0-0 1-2 2-3 3-4 4-4"),
        ("menuju barat daya", "toward the hill", "0-0 1-2"),  # nothing stands for it
        ("menuju tenggara dari barat", "from the west", "0-0 1-1 3-2"),  # the only point is another's
    ],
)
def test_what_is_right_and_what_has_no_place_is_left(source: str, model: str, links: str) -> None:
    assert mended(source, model, links) == model


def test_a_point_inside_a_term_is_the_terms() -> None:
    term = Term("kutub barat daya", ("the Western Pole",))
    assert mended("di kutub barat daya", "in the Western Pole", "0-0 1-3 2-2", term) == "in the Western Pole"


POINTS = st.sampled_from(["barat daya", "barat laut", "timur laut", "tenggara", "utara", "selatan", "timur", "barat"])


@given(st.lists(POINTS, min_size=1, max_size=3), st.data())
def test_a_point_in_any_of_its_english_forms_is_never_changed(names: list[str], data: st.DataObject) -> None:
    source = "Pergi " + " lalu ".join(names)
    forms = [data.draw(st.sampled_from(point.accepted)) for point in compass.find(source)]
    right = "Went " + " then ".join(form.replace("*", "") for form in forms)
    assert mended(source, right) == right
