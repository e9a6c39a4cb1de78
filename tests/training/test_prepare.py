import json
from pathlib import Path

import pytest
from sentencepiece import SentencePieceProcessor

from training.normaliser import replace_normaliser, write_rules
from training.prepare import SourcePair, clean, draws_per_epoch, take_vocabulary


def test_doubles_copies_and_lopsided_pairs_are_dropped() -> None:
    kept = SourcePair("Kapal itu tiba.", "The ship arrived.", "news")
    copied = SourcePair("Jakarta", "Jakarta", "news")
    empty = SourcePair("", "Nothing.", "news")
    lopsided = SourcePair("Ya.", "Yes, and here is a good deal more than was ever said.", "news")
    assert clean([kept, copied, empty, lopsided, kept]) == [kept]


def test_religious_text_gets_its_share_of_the_words() -> None:
    pairs = [SourcePair("a", "one two", "news"), SourcePair("b", "one two three four", "bible")]
    assert draws_per_epoch(pairs, religious_share=0.2) == [1.0, 0.125]


def test_the_vocabulary_ends_in_pad_and_splits_digits(data: Path) -> None:
    vocabulary = json.loads((data / "vocab.json").read_text(encoding="utf-8"))
    cutter = SentencePieceProcessor(model_file=str(data / "source.spm"))
    assert (vocabulary["</s>"], vocabulary["<unk>"], vocabulary["<pad>"]) == (0, 1, len(vocabulary) - 1)
    assert [piece.strip("▁") for piece in cutter.encode("12", out_type=str)] == ["", "1", "2"]


@pytest.mark.parametrize(
    ("curly", "straight"),
    [
        ("\u201cya\u201d", '"ya"'),
        ("Jum\u2019at", "Jum'at"),
        ("1\u20132", "1-2"),
        ("a\u00a0b", "a b"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_curly_and_straight_are_cut_alike(data: Path, curly: str, straight: str) -> None:
    cutter = SentencePieceProcessor(model_file=str(data / "source.spm"))
    assert cutter.normalize(curly) == cutter.normalize(straight) == f"▁{straight.replace(' ', '▁')}"


def test_an_existing_vocabulary_keeps_its_pieces(data: Path, tmp_path: Path) -> None:
    take_vocabulary(data, tmp_path)
    assert (tmp_path / "vocab.json").read_bytes() == (data / "vocab.json").read_bytes()
    old, new = (SentencePieceProcessor(model_file=str(folder / "source.spm")) for folder in (data, tmp_path))
    assert [old.id_to_piece(n) for n in range(len(old))] == [new.id_to_piece(n) for n in range(len(new))]


def test_no_path_of_the_machine_gets_into_the_vocabulary(data: Path, tmp_path: Path) -> None:
    take_vocabulary(data, tmp_path)
    for folder in (data, tmp_path):
        assert str(folder).encode() not in (folder / "source.spm").read_bytes()


def test_only_a_sentencepiece_model_is_rewritten(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="SentencePiece model was wanted"):
        replace_normaliser(b"\x08\x01", write_rules(tmp_path / "rules.tsv"))
