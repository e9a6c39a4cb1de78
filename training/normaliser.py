"""SentencePiece normaliser rules: Unicode NFKC, straight quotes and dashes, plain spaces, no control characters.

The corpus has straight quotes and dashes; documents have curly ones. The rules live inside the .spm files, so that all
tokenisers that read them (MarianTokenizer, sentencepiece) agree without code of their own.
"""

import contextlib
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from sentencepiece import SentencePieceTrainer

STRAIGHT = {
    "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc": "'",
    "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb": '"',
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212": "-",
    "\u2026": "...",
    "\u200b\u00ad\u2060\ufeff": "",
    "\t\n\r": " ",
}
NORMALIZER_SPEC = 3
"""The number of the field `normalizer_spec` in sentencepiece_model.proto."""


def normal_form(character: str) -> str:
    """What one character becomes."""
    category = unicodedata.category(character)
    if category == "Cc":
        return ""
    return " " if category.startswith("Z") else unicodedata.normalize("NFKC", character)


def rules() -> dict[str, str]:
    """Every character (and every decomposed one) that does not stay as it is."""
    found: dict[str, str] = {}
    for number in range(1, sys.maxunicode + 1):
        character = chr(number)
        if unicodedata.category(character) not in {"Cn", "Co", "Cs"}:
            normal = normal_form(character)
            forms = {character, unicodedata.normalize("NFD", character)}
            found |= dict.fromkeys(forms - {normal}, normal)
    straight = {character: plain for characters, plain in STRAIGHT.items() for character in characters}
    return found | straight


def write_rules(path: Path) -> Path:
    """The rules as SentencePiece reads them: two columns of code points in hexadecimal."""

    def code(text: str) -> str:
        return " ".join(f"{ord(character):X}" for character in text)

    path.write_text("".join(f"{code(old)}\t{code(new)}\n" for old, new in sorted(rules().items())), encoding="ascii")
    return path


def varint(data: bytes, start: int) -> tuple[int, int]:
    """The number that begins at `start` in protocol-buffer form, and where it ends."""
    value = shift = 0
    while True:
        byte = data[start]
        value |= (byte & 0x7F) << shift
        start, shift = start + 1, shift + 7
        if byte < 0x80:
            return value, start


def fields(model: bytes) -> Iterator[tuple[int, bytes]]:
    """The top-level fields of a .spm file, each with its number; all of them are messages."""
    start = 0
    while start < len(model):
        key, inside = varint(model, start)
        if key & 7 != 2:
            raise ValueError(f"a SentencePiece model was wanted; field {key >> 3} has wire type {key & 7}")
        length, inside = varint(model, inside)
        yield key >> 3, model[start : inside + length]
        start = inside + length


def replace_normaliser(model: bytes, rule_file: Path) -> bytes:
    """The same .spm with its normaliser compiled anew from `rule_file`; the subwords stay byte for byte.

    SentencePiece writes the path of the rules into the file: only their name is to be there.
    """
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(rule_file.parent):
        prefix = Path(folder) / "tiny"
        SentencePieceTrainer.train(
            sentence_iterator=iter(["ada apa", "di mana"]),
            model_prefix=str(prefix),
            vocab_size=16,
            hard_vocab_limit=False,
            normalization_rule_tsv=rule_file.name,
            minloglevel=2,
        )
        tiny = prefix.with_suffix(".model").read_bytes()
    ours = b"".join(field for number, field in fields(tiny) if number == NORMALIZER_SPEC)
    return b"".join(ours if number == NORMALIZER_SPEC else field for number, field in fields(model))
