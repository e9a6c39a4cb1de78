"""The target side has the subwords of its texts, cuts these as the whole model does, and can write any other."""

from pathlib import Path

from sentencepiece import SentencePieceProcessor

import translator
from training.target_side import target_side

JOINT = (Path(translator.__file__).parent / "starter/hf/source.spm").read_bytes()
TEXTS = ["The navy has three warships.", "\u201cNobody knew,\u201d he said in 1998."]


def pieces(processor: SentencePieceProcessor) -> set[str]:
    return {processor.id_to_piece(number) for number in range(processor.get_piece_size())}


def test_the_texts_are_cut_as_by_the_joint_model_and_the_other_language_is_left_out() -> None:
    joint, side = (SentencePieceProcessor(model_proto=model) for model in (JOINT, target_side(JOINT, TEXTS)))
    assert side.encode(TEXTS, out_type=str) == joint.encode(TEXTS, out_type=str)
    assert "▁kapal" not in pieces(side)
    assert side.normalize(TEXTS[1]) == joint.normalize(TEXTS[1])


def test_any_other_text_can_still_be_written() -> None:
    side = SentencePieceProcessor(model_proto=target_side(JOINT, TEXTS))
    assert side.decode(side.encode("Laksamana Yudo")) == "Laksamana Yudo"
    assert {"<unk>", "</s>", "▁", "z", "Q", "7"} <= pieces(side)


def test_an_english_text_of_the_starter_has_its_subwords() -> None:
    side = SentencePieceProcessor(model_file=str(Path(translator.__file__).parent / "starter/hf/target.spm"))
    assert pieces(side) < pieces(SentencePieceProcessor(model_proto=JOINT))
    assert side.encode(TEXTS, out_type=str) == SentencePieceProcessor(model_proto=JOINT).encode(TEXTS, out_type=str)
