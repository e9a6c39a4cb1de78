"""The subwords are those of transformers' MarianTokenizer, and every subword knows its characters."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import models
from translator.document import Span
from translator.engines import tokenizer
from translator.engines.tokenizer import CONTROL, Tokenizer
from translator.errors import ModelError, PadanError

FOLDER = models.FOLDER / "hf"
VOCABULARY: dict[str, int] = json.loads((FOLDER / "vocab.json").read_text("utf-8"))
OURS = tokenizer.load(FOLDER, VOCABULARY, 511)
HARD: list[str] = json.loads((Path(__file__).parents[1] / "cases" / "subwords.json").read_text("utf-8"))["hard"]
TEXTS = st.text(st.sampled_from("aN.0 ,<>/s▁\u00a0\u200b😀é\u0301\n\t½ﬁ\x00ﷺد")) | st.text(
    st.characters(exclude_categories=["Cs"])
)


@pytest.fixture(scope="module")
def theirs() -> Any:
    from transformers import MarianTokenizer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it recommends sacremoses, which it never calls
        return MarianTokenizer.from_pretrained(FOLDER, split_special_tokens=True, local_files_only=True)


def ids(text: str) -> tuple[list[int], list[int]]:
    """Of `text` as a source and as a target."""
    source, target = (side.encode(text)[0] for side in (OURS.source, OURS.target))
    return [VOCABULARY[token] for token in source], [VOCABULARY[token] for token in target]


def their_ids(theirs: Any, text: str) -> tuple[list[int], list[int]]:
    return theirs(text)["input_ids"][:-1], theirs(text_target=text)["input_ids"][:-1]


@pytest.mark.parametrize("text", HARD)
def test_the_subwords_are_those_of_marian_tokenizer(theirs: Any, text: str) -> None:
    assert ids(text) == their_ids(theirs, text)


@given(text=TEXTS.filter(lambda text: not text.startswith(">>")))
def test_the_subwords_are_those_of_marian_tokenizer_for_any_text(theirs: Any, text: str) -> None:
    assert ids(text) == their_ids(theirs, text)


@given(tokens=st.lists(st.sampled_from(list(VOCABULARY)) | st.sampled_from(sorted(CONTROL))))
def test_decoding_gives_what_marian_tokenizer_gives(theirs: Any, tokens: list[str]) -> None:
    text, spans = OURS.target.decode(tokens)
    assert text == theirs.decode([VOCABULARY[token] for token in tokens], skip_special_tokens=True)
    assert "".join(span.of(text) for span in spans) == text.replace(" ", "")
    assert spans == sorted(spans)


@given(text=TEXTS)
def test_every_character_of_a_subword_is_one_of_the_text(text: str) -> None:
    tokens, spans = OURS.source.encode(text)
    assert len(tokens) == len(spans)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert not any(span.of(text)[:1].isspace() for span in spans)
    assert not CONTROL.difference({"<unk>"}) & set(tokens)


def test_a_span_leaves_out_the_white_space_before_its_word() -> None:
    text = "  Kapal  5 😀"
    tokens, spans = OURS.source.encode(text)
    assert "".join(span.of(text) for span in spans) == "Kapal5😀"
    assert list(zip(tokens, spans, strict=True))[-4:] == [
        ("▁", Span(9, 9)),
        ("5", Span(9, 10)),
        ("▁", Span(11, 11)),
        ("<unk>", Span(11, 12)),
    ]


def test_a_language_code_in_the_text_is_text() -> None:
    known = {*VOCABULARY, ">>eng<<"}
    tokens, spans = tokenizer.load(FOLDER, known, 511).source.encode(">>eng<< kapal")
    assert tokens[:4] == ["▁", "<unk>", "eng", "<unk>"]
    assert [span.of(">>eng<< kapal") for span in spans[:4]] == ["", ">>", "eng", "<<"]


def test_control_tokens_and_unknown_subwords_leave_nothing_behind() -> None:
    assert OURS.target.decode(["▁the", "<unk>", "▁of", "</s>", "<pad>"]) == (
        "the of",
        [Span(0, 3), Span(3, 3), Span(4, 6), Span(6, 6), Span(6, 6)],
    )
    assert OURS.target.decode(["</s>"]) == ("", [Span(0, 0)])
    assert OURS.target.decode([]) == ("", [])


@pytest.mark.parametrize("text", ["The 3.500-ton ship", "", "Lt. Gen. (ret.)"])
def test_what_the_subwords_give_back_is_spelled(text: str) -> None:
    assert OURS.target.spells(text)


@pytest.mark.parametrize("text", [" a", "a ", "a  b", "½", "😀", "<unk>", "naïve ﬁ"])
def test_what_the_subwords_change_or_lack_is_not_spelled(text: str) -> None:
    assert not OURS.target.spells(text)


def test_a_source_knows_how_long_its_translation_may_be() -> None:
    tokenized = OURS.tokenize("Kapal")
    assert tokenized.longest == 3 * len(tokenized.tokens) + 10
    assert OURS.tokenize("kapal " * 400).longest == 511


def test_what_is_too_long_is_refused() -> None:
    small = Tokenizer(OURS.source, OURS.target, 3)
    with pytest.raises(PadanError, match="5 subwords in one sentence, the model takes 3: 'the the the the the'"):
        small.tokenize("the the the the the")
    with pytest.raises(PadanError, match="4 subwords"):
        small.pair("the", "the the the the")


def test_a_damaged_subword_model_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "source.spm").write_bytes(b"nothing of the kind")
    with pytest.raises(ModelError, match=r"source\.spm: not a SentencePiece model"):
        tokenizer.load(tmp_path, VOCABULARY, 511)
