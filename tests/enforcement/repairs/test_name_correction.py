from __future__ import annotations

import pytest

from glossary import Case, Matcher, Term
from tests.canned import hypothesis
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Draft, Task
from translator.enforcement.repairs.name_correction import correct_names

TERMS = [Term(name, (name,), case=Case.EXACT) for name in ("Prasetyo", "Tayyip", "Erdogan", "el-Sisi")] + [
    Term("Suriah", ("Syria",), case=Case.EXACT)
]


def drafted(source: str, text: str, links: str | None = None) -> Draft:
    matches = tuple(Matcher(TERMS).find(source))
    return read(Task(source, matches), hypothesis(source, text, links), Status.NATURAL)


@pytest.mark.parametrize(
    ("source", "text", "links", "wanted"),
    [
        ("kata Prasetyo", "said Prasetyoyo", None, "said Prasetyo"),
        ("kata Prasetyo", "Prasetyoyo's word", "1-0", "Prasetyo's word"),
        ("Tayyip Erdogan tiba", "Tayip Erdoan came", "", "Tayyip Erdogan came"),
        ("kata Prasetyo", "said Prastio", "0-0 1-1", "said Prasetyo"),
        ("kata Prasetyo", "said Pra Setyo", None, "said Prasetyo"),
        ("Letjen Prasetyo", "LetjenPrasetyo", "", "Letjen Prasetyo"),
        ("Juga el-Sisi tiba", "El-Sisi came", "0-0 2-1", "el-Sisi came"),
    ],
)
def test_a_mangled_name_is_written_as_it_stands_in_the_source(
    source: str, text: str, links: str | None, wanted: str
) -> None:
    draft = correct_names(drafted(source, text, links))
    assert draft.hypothesis.text == wanted
    assert [place and place.span.of(wanted) for place in draft.placed] == [m.text for m in draft.matches]


@pytest.mark.parametrize(
    ("source", "text", "links"),
    [
        ("kata Prasetyo", "said he", None),
        ("kata el-Sisi", "said the el-sisi", ""),
        ("kata Prasetyo", "said Presto", "0-0"),
        ("di Suriah", "in Suria", None),
        ("kata Prasetyo", "said prasetyo", None),
        ("kata Prasetyo", "said pra setyo", None),
    ],
)
def test_a_word_that_does_not_look_like_the_name_stays(source: str, text: str, links: str | None) -> None:
    draft = drafted(source, text, links)
    assert correct_names(draft).hypothesis.text == text


def test_the_place_of_another_match_is_not_taken() -> None:
    draft = correct_names(drafted("Erdogan Erdogan", "Erdogan Erdogn", None))
    assert draft.hypothesis.text == "Erdogan Erdogan"
    assert [place and place.span for place in draft.placed] == [Span(0, 7), Span(8, 15)]


def test_an_english_word_that_is_like_a_name_stays_unless_the_model_looked_at_the_name() -> None:
    term = Term("Menteng", ("Menteng",), case=Case.EXACT)
    source = "masuk Menteng"
    matches = tuple(Matcher([term]).find(source))
    texts = []
    for links in ("0-0", "1-0"):
        draft = read(Task(source, matches), hypothesis(source, "entering", links), Status.NATURAL)
        texts.append(correct_names(draft).text)
    assert texts == ["entering", "Menteng"]
