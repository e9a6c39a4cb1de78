"""The value of Indonesian number words: dua belas ribu is 12,000, dua setengah juta is 2,500,000."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from translator.language.numbers.english import HALF
from translator.language.numbers.english_words import SCALE_NAMES
from translator.language.numbers.notation import SCALE_WORDS

UNITS = dict(zip("satu dua tiga empat lima enam tujuh delapan sembilan".split(), range(1, 10), strict=True))
WHOLE = UNITS | {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_ONE_OF = {f"se{name}": exponent for name, exponent in SCALE_WORDS.items()}
ALL = "|".join(sorted((*WHOLE, *SCALE_WORDS, *_ONE_OF, "belas", "puluh", "ratus", "setengah"), key=len, reverse=True))
# A number below a thousand, each word behind a blank: seratus | dua ratus, then dua puluh lima | dua belas | sebelas |
# lima, then setengah.
UNIT = "|".join(UNITS)
_BELOW_THOUSAND = re.compile(
    rf"""(?:\ (?P<hundreds>{UNIT})\ ratus | (?P<hundred>\ seratus))?
    (?:\ (?P<tens>{UNIT})\ puluh(?:\ (?P<unit>{UNIT}))? | \ (?P<teens>{UNIT})\ belas
     | (?P<ten>\ sepuluh) | (?P<eleven>\ sebelas) | \ (?P<only>{UNIT}))?
    (?P<half>\ setengah)?""",
    re.VERBOSE,
)
_WORTH = {"hundreds": 100, "tens": 10, "unit": 1, "teens": 1, "only": 1}
_ADDED: dict[str, Decimal | int] = {"hundred": 100, "teens": 10, "ten": 10, "eleven": 11, "half": HALF}


def value_of(tokens: Sequence[str]) -> Decimal | None:
    """The value of number words, or None where they do not make one number (`tiga empat orang`, `ratus`)."""
    total, last = Decimal(0), max(SCALE_NAMES) + 1
    count: list[str] = []
    for token in tokens:
        exponent = SCALE_WORDS.get(token) or _ONE_OF.get(token)
        if exponent is None:
            count.append(token)
            continue
        value = _count_of_scale(token, count)
        if value is None or exponent >= last:
            return None
        total += value.scaleb(exponent)
        last = exponent
        count = []
    if not count:
        return total
    rest = below_thousand(count)
    if rest is None:
        return None
    is_half_behind_scale = total > 0 and rest % 1 > 0  # dua ribu setengah
    if is_half_behind_scale:
        return None
    return total + rest


def _count_of_scale(scale: str, count: Sequence[str]) -> Decimal | None:
    """How many of a scale there are: `dua` of dua juta, one of sejuta."""
    if scale in SCALE_WORDS:
        return below_thousand(count)
    if count:
        return None
    return Decimal(1)


def below_thousand(tokens: Sequence[str]) -> Decimal | None:
    """The value of words without ribu, juta, ...; `setengah` may end them."""
    found = _BELOW_THOUSAND.fullmatch("".join(f" {token}" for token in tokens))
    if not found or not tokens:
        return None
    total = Decimal(0)
    for group, word in found.groupdict(default="").items():
        unit = UNITS.get(word, 0)
        total += unit * _WORTH.get(group, 0)
        if word:
            total += _ADDED.get(group, 0)
    return total


def is_named(found: re.Match[str], first: int) -> bool:
    """Does a word begin with a capital inside a sentence? first: where the sentence's first word begins."""
    if found.start() <= first:
        return False
    return found[0][0].isupper()
