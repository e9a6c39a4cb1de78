"""Web and mail addresses in running text: the one pattern for them, which both packages use.

An address ends at white space, a quote or an angle bracket. Its last punctuation marks are not part of it, nor are
closing brackets that it does not open: `(lihat https://contoh.id/a_(b))` has the address `https://contoh.id/a_(b)`.
Every scan is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Top-level domains that make an address of a name without a scheme, and those that do so only before a path (t.me/x).
_DOMAINS = "com|org|net|edu|gov|mil|id|info|io|COM|ORG|NET|EDU|GOV|MIL|ID"
_SHORT_DOMAINS = "me|ly|be|gl|co|tv|to|ai|gg|app|dev|link|page|xyz|us|uk|au|sg|my|cn|ru|jp|de|fr|nl|eu|int|news|biz"

_ADDRESS = re.compile(
    rf"""
    (?<![\w.+@/-]) (?:
        (?: [A-Za-z][A-Za-z0-9+.-]{{1,30}}+:// | (?i:www\d?)\.(?=\w) | (?:mailto|tel|urn|magnet|doi):(?=[\w+]) )
        [^\s<>"“”`|]+
      | [\w.+-]++ @ [\w-]++ (?:\.[\w-]++)+
      | (?:[\w-]++\.)+ (?:{_DOMAINS}) (?![\w-]) (?::\d+)? (?:/[^\s<>"“”`|]*)?
      | (?:[\w-]++\.)+ (?:{_SHORT_DOMAINS}) /[^\s<>"“”`|]+
    )
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[.:@][\w+/]")  # every address has one, most sentences have none
_LAST_MARKS = ".,;:!?'’*_~…"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of a text stand: [start, end) in characters, from left to right."""
    if not _SIGN.search(text):
        return
    for found in _ADDRESS.finditer(text):
        yield found.start(), found.start() + len(_trimmed(found.group()))


def _trimmed(address: str) -> str:
    """The address without final punctuation, and without closing brackets that it does not open."""
    surplus = {closing: address.count(closing) - address.count(opening) for closing, opening in _BRACKETS.items()}
    end = len(address)
    while end > 0:
        last = address[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _LAST_MARKS:
            break
        end -= 1
    return address[:end]
