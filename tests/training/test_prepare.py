import json
import shutil
from pathlib import Path

import pytest
from sentencepiece import SentencePieceProcessor

from training.draws import Draws
from training.normaliser import replace_normaliser, write_rules
from training.pairs import SourcePair
from training.prepare import clean, prepare, read_corpora, take_vocabulary


def test_doubles_copies_and_lopsided_pairs_are_dropped() -> None:
    kept = SourcePair("Kapal itu tiba.", "The ship arrived.", "news")
    copied = SourcePair("Jakarta", "Jakarta", "news")
    empty = SourcePair("", "Nothing.", "news")
    lopsided = SourcePair("Ya.", "Yes, and here is a good deal more than was ever said.", "news")
    assert clean([kept, copied, empty, lopsided, kept]) == [kept]


def test_the_weights_follow_the_table(data: Path) -> None:
    weights = (data / "train.weight").read_text().split()
    assert weights == ["1.0000", "0.2500"] * 32


def test_all_corpora_of_a_folder_are_read_and_their_held_out_pairs_kept_apart(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    shutil.copytree(corpus, folder)
    more = "Nelayan itu pulang.\tThe fisherman went home.\tnotes\nKapal itu tiba.\tThe ship arrived.\tnotes\n"
    (folder / "written.tsv").write_text(more)
    (folder / "extra.tsv").write_text("Bukan untuk kami.\tNot for us.\tclosed\n")
    draws = Draws({"all": {"*": 1, "closed": 0}}, {"notes": 1})
    prepare(folder, tmp_path / "data", draws, vocabulary=None, size=61)
    trained = (tmp_path / "data" / "train.id").read_text(encoding="utf-8").splitlines()
    held = [(tmp_path / "data" / f"held-out.{side}").read_text(encoding="utf-8") for side in ("id", "en")]
    assert len(trained) == 65
    assert tuple(held) in {
        ("Nelayan itu pulang.\n", "The fisherman went home.\n"),
        ("Kapal itu tiba.\n", "The ship arrived.\n"),
    }


def test_a_folder_without_a_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="none of train, extra"):
        read_corpora(tmp_path)


def test_the_vocabulary_ends_in_pad_and_splits_digits(data: Path) -> None:
    vocabulary = json.loads((data / "vocab.json").read_text(encoding="utf-8"))
    cutter = SentencePieceProcessor(model_file=str(data / "source.spm"))
    assert (vocabulary["</s>"], vocabulary["<unk>"], vocabulary["<pad>"]) == (0, 1, len(vocabulary) - 1)
    assert [subword.strip("▁") for subword in cutter.encode("12", out_type=str)] == ["", "1", "2"]


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


def test_an_existing_vocabulary_keeps_its_subwords(data: Path, tmp_path: Path) -> None:
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
