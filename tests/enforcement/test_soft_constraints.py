"""Names beside terms: kept where it is safe, given up where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Case, Matcher, Term
from tests.canned import CannedEngine
from translator import Settings, translate_text
from translator.bitext import Pair, Stamp, Status
from translator.build import build
from translator.document import Document, Place, Segment, Span
from translator.enforcement.cascade import Enforced, Task, enforce
from translator.enforcement.name_matches import find_names
from translator.language import names
from translator.pipeline import Pipeline

TERMS = [Term("kapal perang", ("warship",)), Term("Kharkiv", ("Harkov",), case=Case.EXACT)]


def kept(source: str, *hypotheses: str, links: str | None = None, likes: str = "") -> Enforced:
    """What is made of hypotheses by an engine that likes texts that begin with `likes`, and is asked once."""
    engine = CannedEngine({source: [(text, links) for text in hypotheses]})
    engine.score = lambda pairs: [[-1.0 if text.startswith(likes) else -2.0] for _, text in pairs]  # type: ignore[method-assign]
    (enforced,) = enforce(engine, [Task(source, tuple(find_names(source, [])))], beam=4)
    assert [source for source, _ in engine.asked] == [source]
    return enforced


def test_a_mangled_name_is_put_right() -> None:
    enforced = kept("kata Prasetyo", "said Prasetyoyo")
    assert (enforced.text, enforced.unforced) == ("said Prasetyo", "said Prasetyoyo")
    assert [use.status for use in enforced.names] == [Status.SWAPPED]


def test_the_hypothesis_that_has_the_name_is_taken() -> None:
    assert kept("kata Prasetyo", "he said", "said Prasetyo").text == "said Prasetyo"


def test_a_name_whose_place_nothing_tells_is_given_up() -> None:
    enforced = kept("kata Prasetyo kemarin", "it is so", links="")
    assert (enforced.text, enforced.unforced) == ("it is so", None)
    assert [(use.status, use.target_span) for use in enforced.names] == [(Status.MISSING, None)]


def test_a_name_that_was_left_out_stands_beside_its_neighbour() -> None:
    enforced = kept("kata Evangelos Mantouvalos kemarin", "Evangelos said yesterday", links="1-0 0-1 3-2")
    assert enforced.text == "Evangelos Mantouvalos said yesterday"


def test_a_name_that_was_left_out_is_put_where_the_model_likes_it_best_with_a_warning() -> None:
    enforced = kept("di pulau Morakot kemarin", "on the island yesterday", links="0-0 1-2 3-3", likes="on the island M")
    assert enforced.text == "on the island Morakot yesterday"
    assert [(use.status, use.sure) for use in enforced.names] == [(Status.SPLICED, False)]


def test_a_pronoun_gives_way_to_a_name_where_the_model_likes_that() -> None:
    enforced = kept("kata Prasetyo kemarin", "he said yesterday", links="0-1 2-2", likes="Prasetyo said")
    assert enforced.text == "Prasetyo said yesterday"
    assert [(use.status, use.sure) for use in enforced.names] == [(Status.SWAPPED, False)]


def test_a_name_that_stands_already_is_not_put_in_once_more() -> None:
    enforced = kept("kota Morakot dan kota Morakot", "the city of Morakot", links="0-1 1-3 3-1")
    assert enforced.text == "the city of Morakot"
    assert [use.status for use in enforced.names] == [Status.NATURAL, Status.MISSING]


def test_a_word_that_looks_like_no_name_is_written_over_only_where_the_model_likes_that() -> None:
    assert kept("kata Prasetyo", "said Minister", likes="said Prasetyo").text == "said Prasetyo"
    assert kept("kata Prasetyo", "said Minister", likes="said Prasetyo M").text == "said Prasetyo Minister"


def test_a_name_that_is_a_term_is_the_terms() -> None:
    matches = Matcher(TERMS).find("kata Thatcher di Kharkiv")
    assert [match.text for match in find_names("kata Thatcher di Kharkiv", matches)] == ["Thatcher"]


def furnished(text: str, translation: str, keep_names: bool) -> Pipeline:
    engine = CannedEngine({text: [(translation, None)]})
    folded = Matcher([replace(term, case=Case.FOLD) for term in TERMS])
    return Pipeline(engine, Matcher(TERMS), folded, lambda _: (), 4, Stamp("c", "c", "0"), keep_names=keep_names)


def paired(text: str, translation: str, keep_names: bool = True) -> Pair:
    segments = (Segment(text, Place(Span(0, 0), 1)),)
    (pair,) = furnished(text, translation, keep_names).translate(Document("a.txt", segments, None)).pairs()
    return pair


def test_names_are_told_apart_from_terms() -> None:
    pair = paired("kapal perang Thatcher", "warship Tatcher")
    (name,) = pair.names
    assert (pair.target, [use.target for use in pair.terms]) == ("warship Thatcher", ["warship"])
    assert (name.source, name.status, name.source_span) == ("Thatcher", Status.SWAPPED, Span(13, 21))
    assert name.target_span is not None
    assert name.target_span.of(pair.target) == "Thatcher"


def test_names_are_found_behind_a_list_marker_and_an_address() -> None:
    text = "1. lihat www.contoh.id kata Thatcher"
    engine = CannedEngine({"lihat kata Thatcher": [("see said Tatcher", None)]})
    pipeline = replace(furnished("", "", True), engine=engine)
    (pair,) = pipeline.translate(Document("a.txt", (Segment(text, Place(Span(0, 0), 1)),), None)).pairs()
    (name,) = pair.names
    assert name.target_span is not None
    assert (name.source_span.of(text), name.target_span.of(pair.target)) == ("Thatcher", "Thatcher")


@pytest.mark.parametrize(
    ("text", "translation", "keep_names"),
    [
        ("kata Thatcher di sana", "said Tatcher there", False),
        ("Perkataan Thatcher", "Tatcher Speaks", True),
    ],
)
def test_no_name_is_kept_unasked_nor_in_a_headline(text: str, translation: str, keep_names: bool) -> None:
    pair = paired(text, translation, keep_names)
    assert (pair.names, pair.unforced) == ((), None)


def test_a_name_is_kept_in_a_line_in_capitals() -> None:
    engine = CannedEngine({"Kata Thatcher sekarang": [("Said Tatcher now", None)]})
    pipeline = replace(furnished("", "", True), engine=engine)
    (pair,) = pipeline.translate(
        Document("a.txt", (Segment("KATA THATCHER SEKARANG", Place(Span(0, 0), 1)),), None)
    ).pairs()
    assert (pair.target, [name.source_span for name in pair.names]) == ("SAID THATCHER NOW", [Span(5, 13)])


def test_the_starter_keeps_a_name_that_it_mangles() -> None:
    source = "Kapten Wiryawan dan Bambang Kusumowardani menunggu di Morakotot."
    plain = translate_text(source, Settings(model="starter", keep_names=False))
    assert "Morakotot." not in plain.split()
    assert "Morakotot." in translate_text(source, Settings(model="starter")).split()


TOLD = [
    "Letnan Kolonel Wiryawan Kusumowardani mendarat di Morakotot bersama Komodor Zhavlinsky.",
    "Menurut Brannagh, kapal itu berlayar dari Vrangelsk ke pelabuhan Tawqeer dan kembali ke Vrangelsk.",
    "Stasiun Grigorovka di Sungai Dzhubga dijaga oleh pasukan Oyelaran.",
]


def test_every_name_that_the_starter_keeps_stands_where_it_is_said_to_stand() -> None:
    pipeline = build(Settings(model="starter"))
    segments = tuple(Segment(text, Place(Span(0, 0), line)) for line, text in enumerate(TOLD, 1))
    pairs = list(pipeline.translate(Document("a.txt", segments, None)).pairs())
    for pair in pairs:
        places = [name.target_span for name in pair.names if name.target_span]
        standing = [name.target for name in pair.names if name.target_span]
        assert [place.of(pair.target) for place in places] == standing
        assert not any(a.overlaps(b) for number, a in enumerate(places) for b in places[number + 1 :])
        assert all(not name.sure for name in pair.names if name.status is Status.SPLICED)
    found = sum(len(names.find(text)) for text in TOLD)
    assert sum(name.target_span is not None for pair in pairs for name in pair.names) >= 0.7 * found


def test_a_name_that_stands_already_in_a_term_is_not_put_in_again() -> None:
    source = "di kota Gaza Zurich kini"
    matches = Matcher([Term("kota Gaza", ("Gaza Zurich",))]).find(source)
    found = find_names(source, matches)
    assert [match.text for match in found] == ["Zurich"]
    engine = CannedEngine({source: [("in Gaza Zurich now", "0-0 1-1 2-1 2-2 4-3")]})
    (enforced,) = enforce(engine, [Task(source, (*matches, *found))], beam=4)
    assert enforced.text == "in Gaza Zurich now"


def test_words_that_are_not_like_a_name_give_way_only_where_the_model_surely_looked() -> None:
    assert kept("kata Prasetyo", "they refused", links="1-1").text == "they Prasetyo"
    assert "refused" in kept("kata Prasetyo", "they refused", links="0-1 1-1").text
