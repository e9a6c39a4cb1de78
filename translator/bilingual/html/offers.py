"""What the translation memory offers for a sentence, its difference from the sentence marked word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from translator.bitext import Offer, Pair

LEAST_SCORE = 75  # percent; what is less like the sentence costs a reader more time than it saves
WORD = re.compile(r"\s*\S+|\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that the offer and the sentence share ("same"), that only the offer has ("del"), or only the sentence."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownOffer:
    """An offer with the difference of its source. number: among all offers of the sentence, from 0."""

    number: int
    offer: Offer
    source: tuple[Stretch, ...]


def shown_offers(pair: Pair) -> list[ShownOffer]:
    """The offers of a pair that are like enough to help."""
    shown = []
    for number, offer in enumerate(pair.fuzzy):
        if offer.score >= LEAST_SCORE:
            shown.append(ShownOffer(number, offer, difference(offer.source, pair.source)))
    return shown


def difference(offered: str, wanted: str) -> tuple[Stretch, ...]:
    """How a reader gets from the source that is offered to the one that is wanted, both whole."""
    before, after = WORD.findall(offered), WORD.findall(wanted)
    stretches = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            stretches.append(Stretch("same", "".join(before[start:end])))
            continue
        stretches.append(Stretch("del", "".join(before[start:end])))
        stretches.append(Stretch("ins", "".join(after[new_start:new_end])))
    return tuple(stretch for stretch in stretches if stretch.text)
