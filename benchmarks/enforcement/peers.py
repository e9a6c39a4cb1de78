"""What users of a Marian model do today to make it obey a glossary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from transformers import LogitsProcessor, MarianTokenizer

from benchmarks.enforcement.scores import EnforcementCase
from translator.engines.base import Engine
from translator.engines.marian.loading import load_model

BEAM = 4


def replaced(engine: Engine, examples: Sequence[EnforcementCase]) -> list[str]:
    """The English term is put into the Indonesian sentence, and the model is trusted to copy it."""
    return _translated(engine, [_put(example, [m.term.targets[0] for m in example.matches]) for example in examples])


def placeholders(engine: Engine, examples: Sequence[EnforcementCase]) -> list[str]:
    """A sign goes through the model in the term's place and is exchanged for the English afterwards."""
    signs = [[f"X{number}" for number, _ in enumerate(example.matches)] for example in examples]
    outputs = _translated(engine, [_put(example, row) for example, row in zip(examples, signs, strict=True)])
    for number, (example, row) in enumerate(zip(examples, signs, strict=True)):
        for sign, match in reversed(list(zip(row, example.matches, strict=True))):
            outputs[number] = outputs[number].replace(sign, match.term.targets[0])
    return outputs


def constrained(folder: Path, examples: Sequence[EnforcementCase]) -> list[str]:
    """A processor of logits for transformers' generate: a term once begun is finished, no end before all stand."""
    tokenizer, model = MarianTokenizer.from_pretrained(folder), load_model(folder)
    outputs = []
    for example in examples:
        subwords = [tokenizer(text_target=match.term.targets[0]).input_ids[:-1] for match in example.matches]
        asked = tokenizer(example.source, return_tensors="pt")
        held = _Held(subwords, model.config.eos_token_id)
        found = model.generate(**asked, num_beams=BEAM, max_new_tokens=200, logits_processor=[held])
        outputs.append(tokenizer.decode(found[0], skip_special_tokens=True))
    return outputs


class _Held(LogitsProcessor):
    """bonus: nats that the first subword of a term still missing gets on top."""

    def __init__(self, terms: list[list[int]], eos: int, bonus: float = 4.0) -> None:
        self._terms, self._eos, self._bonus = terms, eos, bonus

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> Any:
        for row, ids in enumerate(input_ids.tolist()):
            missing = [term for term in self._terms if not _holds(ids, term)]
            begun = [term[size] for term in missing for size in range(1, len(term)) if ids[-size:] == term[:size]]
            if begun:
                kept = scores[row, begun[0]].item()
                scores[row] = float("-inf")
                scores[row, begun[0]] = max(kept, -10.0)
            elif missing:
                scores[row, self._eos] = float("-inf")
                for term in missing:
                    scores[row, term[0]] += self._bonus
        return scores


def _holds(ids: list[int], term: list[int]) -> bool:
    return any(ids[place : place + len(term)] == term for place in range(len(ids)))


def _put(example: EnforcementCase, texts: Sequence[str]) -> str:
    source = example.source
    for match, text in reversed(list(zip(example.matches, texts, strict=True))):
        source = source[: match.start] + text + source[match.end :]
    return source


def _translated(engine: Engine, sources: Sequence[str]) -> list[str]:
    return [found[0].text for found in engine.translate(sources, BEAM, 1)]
