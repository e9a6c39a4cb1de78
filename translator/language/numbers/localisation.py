"""Text without words (a cell `1.500`, an item `10.00-12.00`, a cue `Rp 2.000`) in English notation, without a model.

What is no amount and no time of day stays as it is: identifiers, versions, dates, telephone numbers, addresses of the
internet, section numbers. Two digits, a full stop and two digits (23.45) are a time of day, for Indonesian writes its
decimals with a comma; behind a currency or before a unit they are an English decimal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.language.numbers import whole_amounts
from translator.language.numbers.notation import ADDRESS, INDONESIAN_OR_SCALE, LABEL_BEFORE, in_english

# Letters that may stand beside figures and are the same in English.
UNITS = "[kcmdh]?m[23]?|k?g|mg|k?l|ml|ha|k?t|kn|nm|[KMGT]?B|[kMG]?Hz|[kMG]?Wh?|k?V|k?Pa|hPa|[CFK]|mmHg|rpm|dB|km/h|x"
CURRENCIES = "Rp|IDR|USD|US|SGD|MYR|RM|EUR|GBP|JPY|AUD"
_ZONES = "WIB|WITA|WIT|UTC|GMT"
_LETTERS = re.compile(r"[^\W\d_]+(?:[23](?![\d.,])|/[^\W\d_]+)?")
_KNOWN_LETTERS = re.compile(rf"{UNITS}|{CURRENCIES}|{_ZONES}|[^\W\d_]²|[²³¼½¾⅐-⅞]")
_CURRENCY_BEFORE = re.compile(rf"(?:(?:{CURRENCIES})\.?|[$€£¥])[ \u00a0]?\Z")
_UNIT_AFTER = re.compile(rf"[ \u00a0]?(?:%|‰|°|(?:{UNITS})\b)")
_ZONE_AFTER = re.compile(rf"[ \u00a0]?(?:{_ZONES})\b")
_DIGIT = re.compile(r"[0-9]")
_DIGIT_OR_FRACTION = re.compile(r"[0-9¼½¾⅐-⅞]")
# Characters before and behind figures in which a currency, a label or a unit can stand.
CONTEXT = 20
_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*", re.ASCII)
# Figures that a dash joins, with spaces around it or without, are read together.
_CHUNK = re.compile(r"\S+(?:[ \u00a0]{1,3}[-–—][ \u00a0]{1,3}\S+)*")
_CLOCK = re.compile(r"(?:[01]\d|2[0-4])\.[0-5]\d", re.ASCII)
_CLOCK_IN_RANGE = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d", re.ASCII)
_AMOUNT = re.compile(rf"{INDONESIAN_OR_SCALE.pattern}|0|[1-9]\d*|\d+\.\d{{1,2}}", re.ASCII)
# A date, alone in its chunk, or a telephone number.
_LABEL = re.compile(
    r"""[(\[]*(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}([./-])\d{1,2}\2\d{1,2})[)\].,;]*\Z
    | \+6\d(?![\d,]) | \(?0\d{2,}""",
    re.ASCII | re.VERBOSE,
)
_AREA_BEFORE = re.compile(r"(?:\(0\d{1,4}\)|\+\d{1,3}|(?<![\d.,])0\d{2,4})[ -]\Z", re.ASCII)
_LABELS_BEFORE = (_AREA_BEFORE, LABEL_BEFORE)


def is_figures(text: str) -> bool:
    """Has a text figures, and no letters but those of currencies, units and time zones? Then no model is needed."""
    if _DIGIT_OR_FRACTION.search(text) is None:
        return False
    return _has_known_letters(text)


def _has_known_letters(text: str) -> bool:
    return all(map(_KNOWN_LETTERS.fullmatch, _LETTERS.findall(text)))


def localise(text: str) -> str:
    """The text with its amounts and times of day in English notation, all else to the letter.

    Text with words is returned as it is: only a model can tell what its figures are.
    """
    if not is_figures(text):
        return text
    text = whole_amounts.without(text)
    parts = []
    done = 0
    for chunk in _CHUNK.finditer(text):
        if not _DIGIT.search(chunk[0]):
            continue
        parts.append(text[done : chunk.start()])
        before = text[max(0, chunk.start() - CONTEXT) : chunk.start()]
        after = text[chunk.end() : chunk.end() + CONTEXT]
        parts.append(_localised_chunk(chunk[0], before, after))
        done = chunk.end()
    parts.append(text[done:])
    return "".join(parts)


def _localised_chunk(chunk: str, before: str, after: str) -> str:
    """Figures with what touches them, in English notation; as they are where one of them is no amount and no time."""
    if _is_label(chunk, before) or not _has_known_letters(_FIGURES.sub(" ", chunk)):
        return chunk
    found = list(_FIGURES.finditer(chunk))
    figures = [each[0] for each in found]
    lead = before + chunk[: found[0].start()]
    rest = chunk[found[-1].end() :] + after
    is_money = _CURRENCY_BEFORE.search(lead) is not None
    if _UNIT_AFTER.match(rest) or is_money:
        written = _amounts(figures, is_money)
    else:
        is_zoned = _ZONE_AFTER.match(rest) is not None
        written = _times(figures, is_zoned) or _amounts(figures, is_money)
    return _with_figures(chunk, found, written)


def _is_label(chunk: str, before: str) -> bool:
    """Are figures a date or a telephone number, or does a word before them say that they are no amount (No. 1.500)?"""
    if _LABEL.match(chunk):
        return True
    return any(pattern.search(before) for pattern in _LABELS_BEFORE)


def _times(figures: Sequence[str], is_zoned: bool) -> list[str]:
    """Times of day in English; none where one of the figures is no time.

    One of them must have two digits for its hour, or a time zone must stand behind them.
    """
    if not all(map(_CLOCK_IN_RANGE.fullmatch, figures)):
        return []
    is_sure = is_zoned or any(map(_CLOCK.fullmatch, figures))
    if is_sure:
        return [digits.replace(".", ":") for digits in figures]
    return []


def _amounts(figures: Sequence[str], is_money: bool) -> Sequence[str]:
    """Amounts in English; the figures as they are where one of them is no amount. An address is one only as money."""
    written = []
    for digits in figures:
        if not _AMOUNT.fullmatch(digits):
            return figures
        is_indonesian = INDONESIAN_OR_SCALE.fullmatch(digits) is not None
        is_address = not is_money and ADDRESS.fullmatch(digits) is not None
        written.append(in_english(digits) if is_indonesian and not is_address else digits)
    return written


def _with_figures(chunk: str, found: Sequence[re.Match[str]], written: Sequence[str]) -> str:
    """The chunk with other figures in place of those that were found."""
    parts = []
    done = 0
    for figures, english in zip(found, written, strict=True):
        parts += [chunk[done : figures.start()], english]
        done = figures.end()
    parts.append(chunk[done:])
    return "".join(parts)
