"""Numbers in digits whose own marks say what they are: ¾ and 1¼, ke-13, 10⁶."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from translator.language.numbers.amounts import integer
from translator.language.numbers.english import fraction, mixed, values, vulgar
from translator.language.numbers.english_words import SCALE_NAMES, numeral, ordinal, words
from translator.language.numbers.notation import SCALES
from translator.language.numbers.number import NumberKind
from translator.language.numbers.slashed import FRACTION, Reading

# The greatest exponent whose power is also expected as a value: 10⁶ is one million.
MAX_POWER = 12

_SPELLED_FRACTION = re.compile(FRACTION)
_POWER_WORDS = {2: "squared", 3: "cubed"}


def read_mixed(found: re.Match[str], _: str) -> Reading:
    """¾, 1¼ and 1 1/4, which a scale may follow."""
    text = found["mixed"]
    part = found["part"] or vulgar(found["vulgar"])
    whole = found["count"] or found["whole"]
    forms = list(mixed(text, int(whole), part) if whole else _of_part(text, part))
    if not found["mixed_scale"]:
        return NumberKind.FRACTION, iter(forms)
    exponent = SCALES[found["mixed_scale"]]
    above, below = map(int, part.split("/"))
    value = (int(whole or 0) + Decimal(above) / below).scaleb(exponent)
    scaled = [f"{form} {SCALE_NAMES[exponent][0]}" for form in forms]
    return NumberKind.SCALE, chain(scaled, values(value))


def _of_part(text: str, part: str) -> Iterator[str]:
    """The forms of a fraction; of one that English has no word for, its figures."""
    yield text
    yield part
    if _SPELLED_FRACTION.fullmatch(part):
        yield from fraction(part)


def read_ordinal(found: re.Match[str], _: str) -> Reading:
    return NumberKind.ORDINAL, _rank(int(found["rank"].replace(".", "")))


def _rank(value: int) -> Iterator[str]:
    """ke-13 is the 13th; of a war or a king also XIII."""
    yield numeral(value)
    yield ordinal(words(value))
    yield from integer(str(value))


def read_power(found: re.Match[str], _: str) -> Reading:
    """10⁶; a base of four digits would be a year with a reference to a note."""
    return NumberKind.OTHER, _forms_of_power(found)


def _forms_of_power(found: re.Match[str]) -> Iterator[str]:
    base = int(found["base"])
    exponent = int(unicodedata.normalize("NFKC", found["exponent"]).replace("\u2212", "-"))
    yield found[0]
    yield f"{base}^{exponent}"
    yield f"{base}**{exponent}"
    if exponent in _POWER_WORDS:
        yield f"{base} {_POWER_WORDS[exponent]}"
    if exponent > 0:
        yield f"{base} to the power of {exponent}"
        yield f"{base} to the {numeral(exponent)}"
    if 0 < exponent <= MAX_POWER:
        yield from values(Decimal(base) ** exponent)
