"""Elements that stand side by side without a blank, such as the labels of a card: each is a text of its own.

A browser shows them apart, because the style of the page says so, but `<b>Senin</b><i>Oleh Budi</i>` would read
`SeninOleh Budi`, and `<b>4,9</b><i>1.250</i>` would be one number. No word is cut: `<b>mem</b><i>baca</i>` and
`<b>F</b><i>16</i>` stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from translator.document import Span
from translator.language.morphology import is_word
from translator.markup.runs import Item, Role

_RAISED = re.compile(r"</?su[bp][\s>]", re.IGNORECASE)  # a part of the word before it
_SENTENCE_END = re.compile(r"(?:(?:\w\w|\d)[.:;!?…]|\d\))\Z")
_NUMBER_AT_END = re.compile(r"(?<![\d.,:])\d[\d.,:]*(?<=\d)\Z")
_NUMBER = re.compile(r"\d[\d.,:]*(?<=\d)")
_IN_BRACKETS = re.compile(r"\(\d[\d.,]*\)\Z")
_ONE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d\d?)?|\d+(?:,\d\d?)?|\d\d?[.:]\d\d?")
_LETTERS = 2  # that each text has where they meet: fewer are no word
_LETTERS_BESIDE_FIGURES = 3  # fewer are a unit, a currency or a code: `Rp5.000`, `5kg`, `KD12`
_LETTERS_OF_WORD = 4  # fewer may be a prefix or a clitic
_WORDS_OF_LABEL = 2
_MAX_LABEL = 80  # characters
_LOOKED_AT = max(_LETTERS, _LETTERS_BESIDE_FIGURES)  # characters of a text


def parted_where_touching(items: Sequence[Item]) -> list[Item]:
    """The items with breaks between elements that touch, where each begins anew."""
    found: list[Item] = []
    left = ""
    border: int | None = None  # the place in `found` where an element begins right behind another
    for is_text, group in groupby(items, key=_is_text):
        members = list(group)
        if not is_text:
            border = _border(members, len(found))
        else:
            right = "".join(item.text for item in members)
            if border is not None and _are_apart(left[-_MAX_LABEL:], right[:_MAX_LABEL]):
                at = found[border].span.start
                found.insert(border, Item(Role.BREAK, Span(at, at), ""))
            left = right
        found += members
    return found


def _is_text(item: Item) -> bool:
    return item.role is Role.TEXT


def _border(tags: Sequence[Item], before: int) -> int | None:
    """Where the first of the elements begins that stand between two texts, if one ends before them.

    before: how many items stand before the tags.
    """
    roles = [tag.role for tag in tags]
    ends = [role for role in roles if role is not Role.BESIDE]
    one_begins_behind_another = [*ends[:1], *ends[-1:]] == [Role.CLOSE, Role.OPEN]
    if not one_begins_behind_another or any(map(_holds_together, tags)):
        return None
    return before + roles.index(Role.OPEN)


def _holds_together(tag: Item) -> bool:
    """Does what stands between two texts make them one text, or two already?"""
    return tag.role in (Role.BREAK, Role.KEPT) or _RAISED.match(tag.raw) is not None


def _are_apart(left: str, right: str) -> bool:
    """Are the ends of two texts that touch those of two texts?"""
    if _begins_anew(left[-_LOOKED_AT:], right[:_LOOKED_AT]) or _are_numbers(left, right):
        return True
    return _are_labels(left.split(), right.split())


def _are_numbers(left: str, right: str) -> bool:
    """Does a number end the one and begin the other, and would both together be none (1.250 and 4,9; 4,9 and (350))?"""
    first = _NUMBER_AT_END.search(left)
    if first is None:
        return False
    if _IN_BRACKETS.match(right):
        return not first[0].isdigit()
    second = _NUMBER.match(right)
    return second is not None and not _ONE_NUMBER.fullmatch(first[0] + second[0])


def _are_labels(left: Sequence[str], right: Sequence[str]) -> bool:
    """Are both of several words, and would two whole words run together (jumlah kapal, lima buah)? A name may do so."""
    if min(len(left), len(right)) < _WORDS_OF_LABEL:
        return False
    words = left[-1], right[0]
    if any(len(word) < _LETTERS_OF_WORD or not word.islower() or not is_word(word) for word in words):
        return False
    return not is_word("".join(words))


def _begins_anew(left: str, right: str) -> bool:
    """Is the text that begins with `right` another than the one that ends with `left`?"""
    if _SENTENCE_END.search(left):
        return right[:1].isupper()
    if right[:1].isdigit():
        return _has_letters(left, _LETTERS_BESIDE_FIGURES)
    if left[-1:].isdigit():
        return _has_letters(right, _LETTERS_BESIDE_FIGURES)
    letters = left[-_LETTERS:] + right[:_LETTERS]
    if not _has_letters(letters, 2 * _LETTERS):
        return False
    return right[0].isupper() and any(map(str.islower, (left[-1], right[1])))


def _has_letters(text: str, count: int) -> bool:
    return len(text) == count and text.isalpha()
