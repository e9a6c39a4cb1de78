"""The subwords that a model reads and writes, and the characters that each of them covers.

The same subwords as transformers' MarianTokenizer, from SentencePiece alone. Nothing in a text is ever a control token:
`</s>`, `<pad>` and `>>eng<<` are plain text here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import filterfalse
from pathlib import Path
from typing import Any

from translator.document import Span
from translator.errors import ModelError, PadanError
from translator.model_files import MAX_SIDE_FILE, read_bytes

EOS, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"
CONTROL = frozenset((EOS, UNKNOWN, PAD))
# How long a translation may be, in subwords: so many times its source, and so many more.
MAX_LENGTH_RATIO = 3
FREE_LENGTH = 10
BOUNDARY = "\u2581"  # SentencePiece's sign for the beginning of a word


class SubwordModel:
    """The subwords of one side, source or target."""

    def __init__(self, processor: Any, vocabulary: Collection[str]) -> None:
        """processor: a SentencePieceProcessor. vocabulary: the tokens that the model has a row for."""
        self._processor = processor
        words = filterfalse(_is_language, vocabulary)
        self._known = frozenset(words) - CONTROL

    def encode(self, text: str) -> tuple[list[str], list[Span]]:
        """The tokens of `text`, `<unk>` for a subword outside the vocabulary, and the characters that each covers.

        A span leaves out the white space before its word; a subword that stands for no character of its own is empty.
        """
        encoded = self._processor.encode(text, return_type="offset_mapping")
        tokens = self._tokens(encoded["pieces"])
        return tokens, _inked(text, encoded["offsets"])

    def tokens(self, text: str) -> list[str]:
        """The tokens of `text` alone."""
        return self._tokens(self._processor.encode(text, out_type=str))

    def count(self, text: str) -> int:
        """How many tokens `text` has."""
        return len(self._processor.encode(text))

    def decode(self, tokens: Sequence[str]) -> tuple[str, list[Span]]:
        """The text of `tokens`, without outer white space, and the characters that each token became.

        Control tokens and `<unk>` leave nothing behind: their spans are empty.
        """
        decoded = self._processor.decode([t for t in tokens if t not in CONTROL], return_type="offset_mapping")
        raw = decoded["text"].replace(BOUNDARY, " ")
        text = raw.strip()
        offsets = iter(decoded["offsets"])
        if text == raw and CONTROL.isdisjoint(tokens):  # as nearly always
            return text, _inked(text, offsets)
        lead = len(raw) - len(raw.lstrip())
        borders: list[tuple[int, int]] = []
        end = 0
        for token in tokens:
            start, end = (end, end) if token in CONTROL else next(offsets)
            borders.append((_within(start - lead, text), _within(end - lead, text)))
        return text, _inked(text, borders)

    def spells(self, text: str) -> bool:
        """Can the model write `text`: no subword unknown, and decoding its subwords gives it back."""
        tokens = self.tokens(text)
        if UNKNOWN in tokens:
            return False
        decoded, _ = self.decode(tokens)
        return decoded == text

    def _tokens(self, subwords: Iterable[str]) -> list[str]:
        """The subwords, `<unk>` for one that the model has no row for."""
        return [subword if subword in self._known else UNKNOWN for subword in subwords]


@dataclass(frozen=True, slots=True)
class TokenizedSource:
    """A source text in subwords, without `</s>`, with the characters that each of them covers.

    longest: the translation ends after so many subwords, come what may.
    """

    tokens: list[str]
    spans: list[Span]
    longest: int


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """Both sides of a model.

    max_subwords: the longest source, and target, without `</s>`. language: the token that says which language is
    wanted, such as `>>eng<<`, and begins every source; empty where the model wants none.
    """

    source: SubwordModel
    target: SubwordModel
    max_subwords: int
    language: str = ""

    def tokenize(self, source: str) -> TokenizedSource:
        """Turn a source into subwords. Raises PadanError where it is too long.

        The translation may be 3 times as long as the source and 10 subwords more: a babbling model is stopped there.
        """
        tokens, spans = self._source(source)
        longest = min(MAX_LENGTH_RATIO * len(tokens) + FREE_LENGTH, self.max_subwords)
        return TokenizedSource(tokens, spans, longest)

    def pair(self, source: str, target: str) -> tuple[list[str], list[str]]:
        """A source and its translation in subwords. Raises PadanError where one is too long."""
        tokens = [self.language] * bool(self.language) + self.source.tokens(source)
        self._bound(source, tokens)
        return tokens, self._target(target)

    def count(self, source: str) -> int:
        """How many subwords a source has, the language token among them."""
        return self.source.count(source) + bool(self.language)

    def _source(self, text: str) -> tuple[list[str], list[Span]]:
        tokens, spans = self.source.encode(text)
        if self.language:
            tokens, spans = [self.language, *tokens], [Span(0, 0), *spans]
        self._bound(text, tokens)
        return tokens, spans

    def _target(self, text: str) -> list[str]:
        tokens = self.target.tokens(text)
        self._bound(text, tokens)
        return tokens

    def _bound(self, text: str, tokens: Sequence[str]) -> None:
        if len(tokens) > self.max_subwords:
            seen = f"{len(tokens)} subwords in one sentence, the model takes {self.max_subwords}: {text[:40]!r}..."
            raise PadanError(seen, "split the sentence")


def load(
    folder: Path, vocabulary: Iterable[str], max_subwords: int, target: Iterable[str] | None = None, language: str = ""
) -> Tokenizer:
    """Read source.spm and target.spm.

    vocabulary: the tokens of both sides, or of the source alone where `target` has its own.
    Raises ModelError where a file is missing or damaged.
    """
    here = frozenset(vocabulary)
    there = here if target is None else frozenset(target)
    source_side = SubwordModel(_processor(folder / "source.spm"), here)
    target_side = SubwordModel(_processor(folder / "target.spm"), there)
    return Tokenizer(source_side, target_side, max_subwords, language)


def shortlist(vocabulary: Sequence[str], target: Path) -> list[str]:
    """Those tokens of the vocabulary that a translation may have: what the SentencePiece model `target` makes.

    Raises ModelError where `target` is missing or damaged.
    """
    processor = _processor(target)
    pieces: list[str] = processor.id_to_piece(list(range(processor.get_piece_size())))
    known = CONTROL.union(pieces)
    return [token for token in vocabulary if token in known]


def _processor(path: Path) -> Any:
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor()
    try:
        processor.LoadFromSerializedProto(read_bytes(path, MAX_SIDE_FILE))
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(f"{path}: not a SentencePiece model: {error}") from error
    return processor


def _within(place: int, text: str) -> int:
    """A place, or the nearest one in the text."""
    return min(max(place, 0), len(text))


def _is_language(token: str) -> bool:
    if not token.startswith(">>"):
        return False
    return token.endswith("<<")


def _inked(text: str, borders: Iterable[tuple[int, int]]) -> list[Span]:
    """The characters between borders, without the white space that they begin with."""
    return [Span(end - len(text[start:end].lstrip()), end) for start, end in borders]
