"""The matcher once more, as plainly and slowly as it can be written: every form of every term at every place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from glossary.source.forms import CLITICS, attaches, doubles, hyphenates, related, splits
from glossary.source.spellings import Spelling, spellings
from glossary.source.tokens import plain
from glossary.source.unit_numbers import filled, is_number
from glossary.target.usage import begins_sentence
from glossary.term import Case, Match, Term, VerbForm
from glossary.word_lists import words

INVISIBLE = "\u00ad\u200b\u200f"
HYPHENS = "-\u2010\u2011"


def find(text: str, terms: Sequence[Term], default_terms: Sequence[Term] = ()) -> list[Match]:
    units = _units(text)
    candidates = []
    ranked = [(term, 0) for term in terms] + [(term, 1) for term in default_terms]
    for order, (term, rank) in enumerate(ranked):
        for number, spelling in _spellings(term, text, units):
            for first in range(len(units)):
                for last in range(first, len(units)):
                    for changed, plural in _readings(text, units, first, last, term, spelling):
                        start, end = units[first][0], units[last][1]
                        entry = filled(term, number) if number else term
                        form = _verb_form(text, units, first, spelling)
                        match = Match(start, end, text[start:end], entry, plural, form)
                        if term.case is Case.TRANSFER:
                            capital = _is_capitalised(match.text) and _begins_without_a_name(text, units, first, last)
                            match = replace(match, sentence_capital=capital)
                        exact = term.case is Case.EXACT or spelling.exact
                        precedence = (
                            rank,
                            start - end,
                            start,
                            changed or bool(number) or not spelling.listed,
                            not exact,
                            order,
                        )
                        candidates.append((precedence, match))
    found: list[Match] = []
    while candidates:
        best = min(candidates, key=lambda candidate: candidate[0])[1]
        found.append(best)
        candidates = [(rank, match) for rank, match in candidates if match.end <= best.start or match.start >= best.end]
    return sorted(found, key=lambda match: match.start)


def _spellings(term: Term, text: str, units: list[tuple[int, int]]) -> Iterator[tuple[str, Spelling]]:
    """Each spelling, with each number of the text where the entry leaves one open."""
    if not term.in_force:
        return
    numbers = {plain(text[start:end]) for start, end in units}
    for spelling in spellings(term):
        if "#" not in spelling.text:
            yield "", spelling
        else:
            for number in filter(is_number, numbers):
                yield number, spelling._replace(text=spelling.text.replace("#", number))


def _verb_form(text: str, units: list[tuple[int, int]], first: int, spelling: Spelling) -> VerbForm | None:
    before = [_folded(text[start:end]) for start, end in units[max(0, first - 2) : first]]
    infinitive = len(before) == 2 and before[1] == " " and before[0] in words("before_infinitives")
    return VerbForm.INFINITIVE if infinitive and spelling.verb_form is VerbForm.ACTIVE else spelling.verb_form


def _units(text: str) -> list[tuple[int, int]]:
    """[start, end) of the tokens, found character by character."""
    ends: list[list[int]] = []
    for place, char in enumerate(text):
        if char in INVISIBLE:
            continue
        if ends and _belongs(text, ends[-1][0], ends[-1][1], place):
            ends[-1][1] = place + 1
        else:
            ends.append([place, place + 1])
    return [(start, end) for start, end in ends]


def _units_of(text: str) -> list[str]:
    return [text[start:end] for start, end in _units(text)]


def _belongs(text: str, start: int, end: int, place: int) -> bool:
    """Does the character at `place` belong to the token [start, end) before it?"""
    char, before = text[place], text[end - 1]
    following = text[place + 1 : place + 2]
    if text[start].isspace():
        return char.isspace()
    if unicodedata.combining(char):
        return end == place or text[start].isalnum()
    if not text[start].isalnum():
        return False
    if char.isalnum():
        return True
    if end != place:  # something invisible stands between: only a letter or a mark goes on after it
        return False
    return (char in "'’" and following.isalnum()) or (char in ".," and before.isdigit() and following.isdigit())


def _readings(
    text: str, units: list[tuple[int, int]], first: int, last: int, term: Term, form: Spelling
) -> Iterator[tuple[bool, bool]]:
    """(changed, plural) for every way in which the tokens from `first` to `last` are a form of `spelling`."""
    tokens = [text[start:end] for start, end in units]
    body = tokens[first : last + 1]
    spelling, exact_case = form.text, form.exact or term.case is Case.EXACT
    doubling = form.verb_form is None and doubles(term, spelling)
    if form.initials and _letter_beside(tokens, first, last):
        return
    alone = len(_units(spelling)) == 1
    capitals = spelling[_units(spelling)[-1][0] :].isupper()
    size = len(_units(spelling))
    if size > 1 and len(body) == 2 * size + 1 and plain(body[size]) == "-" and doubling:
        once, again = body[:size], body[size + 1 :]
        same = [_folded(token) for token in once] == [_folded(token) for token in _units_of(spelling)]
        exact = not exact_case or plain("".join(once)) == plain(spelling)
        endings = [_folded(again[-1]), *(stem for stem, _ in splits(_folded(again[-1])))]
        as_once = [_folded(token) for token in again[:-1]] == [_folded(token) for token in once[:-1]]
        if same and exact and as_once and _folded(once[-1]) in endings and not _meets(tokens, first - 1, -1, once[0]):
            yield True, True
    for doubled in (False, True):
        rest = body
        if doubled:
            if not (len(body) > 2 and plain(body[1]) == "-" and doubling):
                continue
            rest = [*body[2:]]
            if len(rest) > 1 and _folded(body[0]) != _folded(rest[0]):
                continue
        for clitic in ("", *CLITICS):
            for hyphen in (False, True) if clitic else (False,):
                kept = _without(rest, clitic, hyphen)
                if kept is None or " " in (plain(kept[0]), plain(kept[-1])):
                    continue
                stem, ending = kept[-1], plain(rest[-1])[len(plain(rest[-1])) - len(clitic) :]
                if doubled:
                    if _folded(kept[0]) != _folded(body[0]):
                        continue
                    kept = [body[0], *kept[1:]]
                if clitic and not hyphen and not attaches(stem, ending, capitals, alone and not doubled):
                    continue
                if hyphen and not hyphenates(plain(stem), ending):
                    continue
                written = plain("".join(kept))
                wanted = plain(spelling)
                may_begin = wanted.islower() and _begins_without_a_name(text, units, first, last)
                spelt = (wanted, wanted[:1].upper() + wanted[1:]) if may_begin else (wanted,)
                if written not in spelt if exact_case else _folded(written) != _folded(wanted):
                    continue
                stem_at = last - 2 if hyphen else last
                if form.title and not (
                    re.match(r"\s", "".join(tokens[stem_at + 1 : stem_at + 2])) and _name(tokens[stem_at + 2 :])
                ):
                    continue
                head = stem if len(kept) == 1 else body[0]
                if _meets(tokens, first - 1, -1, head) or (not hyphen and _meets(tokens, last + 1, 1, stem)):
                    continue
                yield bool(clitic or doubled), doubled


def _is_capitalised(text: str) -> bool:
    return text == text[:1].upper() + text[1:].lower()


def _begins_without_a_name(text: str, units: list[tuple[int, int]], first: int, last: int) -> bool:
    """Does a sentence begin with these tokens, and no capital stand behind them?"""
    behind = [text[start:end] for start, end in units[last + 1 :]]
    has_name_behind = bool(behind) and behind[0].isspace() and _name(behind[1:])
    return begins_sentence(text, units[first][0]) and not has_name_behind


def _name(tokens: list[str]) -> bool:
    """Do these tokens begin with a capital, perhaps behind a bracket?"""
    return bool(re.match(r"\(?[^\W\d_]", "".join(tokens[:2]))) and "".join(tokens[:2]).lstrip("(")[0].isupper()


def _letter_beside(tokens: list[str], first: int, last: int) -> bool:
    """Does a letter with a full stop go before these tokens, or after them?"""
    before, after = tokens[max(0, first - 2) : first], tokens[last : last + 3]
    joined = after[1:2] if plain(after[0]) == "." else after[2:3] if after[1:2] == ["."] else []
    return (len(before) == 2 and before[1] == "." and before[0][0].isalnum()) or any(t[0].isalnum() for t in joined)


def _without(tokens: list[str], clitic: str, hyphen: bool) -> list[str] | None:
    """The tokens less the clitic: at the end of the last one, or the last one itself, after a hyphen."""
    if not clitic:
        return tokens
    if hyphen:
        fits = len(tokens) > 2 and plain(tokens[-2]) == "-" and _folded(tokens[-1]) == clitic
        return tokens[:-2] if fits else None
    word = plain(tokens[-1])
    fits = any(ending == clitic for _, ending in splits(_folded(word)))
    return [*tokens[:-1], word[: -len(clitic)]] if fits else None


def _meets(tokens: list[str], hyphen: int, step: int, word: str) -> bool:
    """Is the word across the hyphen at index `hyphen`, if there are both, one with `word`?"""
    if not (0 <= hyphen < len(tokens) and 0 <= hyphen + step < len(tokens) and plain(tokens[hyphen]) == "-"):
        return False
    other = tokens[hyphen + step]
    pair = (other, word) if step < 0 else (word, other)
    return other[0].isalnum() and related(*map(_folded, pair))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", plain(text).casefold())
