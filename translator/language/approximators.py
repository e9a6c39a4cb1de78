"""Words that say how exact a number is: kurang lebih is about, lebih dari is more than, hampir is almost."""

from __future__ import annotations

import re

from translator.document import Span
from translator.language import expressions
from translator.language.expressions import Expression, expression_at


def _forms(listed: str) -> tuple[str, ...]:
    """The forms of a list that commas part."""
    return tuple(listed.split(", "))


_ABOUT = _forms(
    "about, approximately, around, roughly, some, approx, more or less, or so, an estimated, estimated, "
    "estimate*, nearly, almost, close to, circa, in the region of, in the neighborhood of, in the range of, "
    "on the order of, somewhere, something like, as many as, up to, near, ish, give or take, c., ca., ~, ±, ≈, ∼"
)
_MORE = _forms(
    "more than, over, above, exceed*, more, in excess of, excess, upwards of, upward of, beyond, at least, "
    "greater, greater than, plus, past, multiple, several, surpass*, top*, better part, outnumber*, longer than, "
    "older than, bigger than, higher than, wider than, larger than, taller than, heavier than, faster than, "
    "later than, deeper than, farther than, further than, +, >"
)
_LESS = _forms(
    "less than, fewer than, under, below, less, fewer, within, not even, short of, <, sub, up to, no more, not "
    "more, almost, nearly, shorter than, younger than, smaller than, lower than, lighter than, slower than, "
    "earlier than, sooner than, cheaper than, closer than"
)
_ALMOST = _forms(
    "almost, nearly, close to, virtually, practically, about, approximately, approach*, just under, around, "
    "roughly, near, some, just over, barely, not quite, just short of, most, all but, hardly, scarcely, closely, "
    "well nigh, effectively, seldom, rarely"
)
_AT_LEAST = _forms(
    "at least, a minimum of, minimum, no less than, no fewer than, not less than, or more, least, more than, "
    "over, minimally, upwards of, as many as, ≥, +"
)
_AT_MOST = _forms(
    "at most, a maximum of, maximum, max, no more than, not more than, up to, or less, or fewer, at the most, "
    "at the latest, no later than, no longer than, within, limit*, as many as, as much as, ≤"
)
_NO_LATER = _forms(
    "no later than, not later than, at the latest, within, by, before, until, up to, a maximum of, at most"
)

# Each kind: its English forms, and the Indonesian words. Those of the first need no number behind them.
_ANYWHERE = {"kurang lebih": _ABOUT, "lebih kurang": _ABOUT}
_BEFORE_NUMBERS = {
    "sekitar": _ABOUT,
    "kira-kira": _ABOUT,
    "kurang dari": _LESS,
    "lebih dari": _MORE,
    "hampir": _ALMOST,
    "nyaris": _ALMOST,
    "setidaknya": _AT_LEAST,
    "setidak-tidaknya": _AT_LEAST,
    "sedikitnya": _AT_LEAST,
    "paling sedikit": _AT_LEAST,
    "sekurang-kurangnya": _AT_LEAST,
    "minimal": _AT_LEAST,
    "paling banyak": _AT_MOST,
    "maksimal": _AT_MOST,
    "sebanyak-banyaknya": _AT_MOST,
    "setinggi-tingginya": _AT_MOST,
    "selama-lamanya": _AT_MOST,
    "paling lama": _AT_MOST,
    "paling tinggi": _AT_MOST,
    "paling lambat": _NO_LATER,
    "selambat-lambatnya": _NO_LATER,
    "selambatnya": _NO_LATER,
    "serendah-rendahnya": _AT_LEAST,
    "paling rendah": _AT_LEAST,
}
_ACCEPTED = _ANYWHERE | _BEFORE_NUMBERS
# What a model writes for one of them.
_USUAL_FORMS = _forms(
    "about, approximately, around, roughly, more or less, more than, less than, fewer than, over, under, almost, "
    "nearly, at least, at most, up to, no more than, no less than, no later than"
)
_UNIT = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_NUMBER = (
    rf"(?:Rp|US\$|[$€£])?\.?\s?\d|(?:{_UNIT}|sepuluh|sebelas|seratus|seribu|sejuta|setengah|separuh|seperempat|sepertiga"
    r"|puluhan|ratusan|ribuan|jutaan)\b"
)
_LAST = re.compile(
    rf"(?<!no )(?<!not )\b(?P<words>{'|'.join(sorted(_USUAL_FORMS, key=len, reverse=True))})(?: an?| the)?\s\Z",
    re.IGNORECASE,
)


def _alternatives(words: dict[str, tuple[str, ...]]) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in words)


_APPROXIMATOR = re.compile(
    rf"(?<![\w-])(?:{_alternatives(_ANYWHERE)}|(?:{_alternatives(_BEFORE_NUMBERS)})(?=\s+(?:{_NUMBER})))(?![\w-])",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:tidak|bukan|tak|belum)\s+\Z", re.IGNORECASE)
# Characters before an approximator in which a negation can stand.
CONTEXT = 10


def find(source: str) -> list[Expression]:
    """The approximators of an Indonesian text; not those that are negated (tidak lebih dari: at most)."""
    approximators = []
    for found in _APPROXIMATOR.finditer(source):
        if _NEGATED.search(source, max(0, found.start() - CONTEXT), found.start()):
            continue
        words = " ".join(found[0].lower().split())
        approximators.append(expression_at(found, _ACCEPTED[words]))
    return approximators


def written(target: str) -> list[Span]:
    """Where words for how exact a number is stand in an English text."""
    return expressions.written(_USUAL_FORMS, target)


def last(target: str) -> Span | None:
    """The words for how exact a number is with which an English text ends: `less than`, `more than a`."""
    found = _LAST.search(target)
    if found:
        return Span(*found.span("words"))
    return None
