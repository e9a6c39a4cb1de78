"""Formulas: operands with signs between them and no blank (`p<0,05`, `x≥5`, `3+4=7`, `20°C±2`, `5m×6m`).

An operand is a number with its unit, a name of few letters that is no Indonesian word, or either in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span
from translator.language.morphology import is_word
from translator.language.numbers.localisation import CURRENCIES, UNITS
from translator.language.numbers.notation import INDONESIAN, in_english

_RAISED = "⁰¹²³⁴-⁹₀-₉"
_COMPARISON = r"(?:[<>=!]=|<(?![/\w][\w-]*/?>)|[>=≤≥≠≈≡±∓÷])"
_SIGN = rf"(?:{_COMPARISON}|[-−+×*/^])"
_NUMBER = (
    rf"(?:(?:{CURRENCIES})\.?[ ]?)?(?:\d{{1,15}}(?:[.,:]\d{{1,15}}){{0,6}}|[.,]\d{{1,15}}|[½¼¾⅓⅔⅛])"
    rf"(?:[%‰]|[ ]?(?:°[CFK]?|(?:{UNITS})(?![^\W_])))?"
)
_NAME = rf"[^\W\d_]{{1,5}}(?:\.(?=[<>=≤≥]))?(?:_\w{{1,6}}|[\d{_RAISED}]{{1,3}})?(?:\([\w.,;]{{1,12}}\))?"
_IN_BRACKETS = r"\([^()\s]{1,40}\)"
_OPERAND = rf"(?:{_NUMBER}|(?:\d{{1,6}}(?:[.,]\d{{1,6}})?)?(?:{_NAME}|{_IN_BRACKETS}))[{_RAISED}]?"
_FORMULA = re.compile(
    rf"(?<!amp;)(?<![\w?&/\\.@#$%^<>=~≤≥≠×÷±+*-])[-−±]?{_OPERAND}(?:{_SIGN}[-−+±]?{_OPERAND}){{1,30}}(?!\w)"
)
_HAS_SIGN = re.compile(r"\w[<>=≤≥≠≈≡±∓÷×+!)]|[)%°.][<>=≤≥≠≈≡±∓÷×]")  # which most sentences do not have
_TELLING = re.compile(rf"{_COMPARISON}|\d\+\d|[^\W\d_]\)?[{_RAISED}]?×|×[^\W\d_]")  # 4×6 alone is an amount
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNIT = re.compile(rf"{UNITS}|{CURRENCIES}")
_AMOUNT = re.compile(rf"(?<![\d.,(])(?:{INDONESIAN.pattern}|,\d+)(?![.,:]?\d)", re.ASCII)


def find_formulas(text: str) -> Iterator[Span]:
    """The formulas of a text; some may overlap."""
    if not _HAS_SIGN.search(text):
        return
    for found in _FORMULA.finditer(text):
        if _TELLING.search(found[0]) and not any(map(_is_indonesian, _WORD.findall(found[0]))):
            yield Span(*found.span())


def formula_in_english(formula: str) -> str:
    """A formula with its numbers in English notation; those in the brackets of a name (`F(2,45)`) stay."""
    return _AMOUNT.sub(lambda amount: in_english(amount[0]), formula)


def _is_indonesian(word: str) -> bool:
    return is_word(word.lower()) and not _UNIT.fullmatch(word)
