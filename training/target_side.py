"""The target side of a joint SentencePiece model: the subwords that the texts of one language have.

What is left out, no translation ever has: `translator.models.conversion` keeps it out of the search, which is quicker
without it (docs/benchmarks.md).
"""

from collections.abc import Iterable
from itertools import chain

from sentencepiece import SentencePieceProcessor

from training.normaliser import fields

PIECES = 1
"""The number of the field `pieces` in sentencepiece_model.proto."""
LONGEST_CHARACTER = 2
"""A character, or one with the sign of a word's beginning before it: these stay, so that every text can be written."""


def target_side(joint: bytes, texts: Iterable[str]) -> bytes:
    """A .spm of the subwords of `joint` that `texts` have; characters and control tokens stay. Ids change."""
    processor = SentencePieceProcessor(model_proto=joint)
    kept = set(chain.from_iterable(processor.encode(list(texts))))
    for number in range(processor.get_piece_size()):
        is_character = len(processor.id_to_piece(number)) <= LONGEST_CHARACTER
        if is_character or processor.is_control(number) or processor.is_unknown(number):
            kept.add(number)
    numbers = iter(range(processor.get_piece_size()))
    side = []
    for field, data in fields(joint):
        if field != PIECES or next(numbers) in kept:
            side.append(data)
    return b"".join(side)
