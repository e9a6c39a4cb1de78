"""Do the words that a term replaces speak of several things: warships, chiefs of staff, Three police, SPBUs?"""

from __future__ import annotations

import re

from glossary import Match, TermKind, proper_name
from translator.document import Span

VERB_OF_ONE_BEHIND = re.compile(r" (is|was|has) (?!(?:an?|one|the)\b)")  # put_plurals makes that a plural, too
_FOR_ONE = re.compile(r"\b(?:an?|one|this|that|each|every) \Z", re.IGNORECASE)
_FOR_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|[mb]illion|several|many|both"
    r"|various|numerous|few|these|those|(?:tens|dozens|scores|hundreds|thousands|millions|number|group|series) of) \Z",
    re.IGNORECASE,
)
_SEVERAL_IN_SOURCE = re.compile(
    r"(?<!\w)(?:para|beberapa|sejumlah|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|seratus|seribu"
    r"|(?:puluh|ratus|ribu|juta|miliar)(?:an)?)\s(?:(?:orang|buah|unit)\s)?\Z",
    re.IGNORECASE,
)
_LOOKED_AT = 16  # characters: such words, and what stands before them
_FIGURES_IN_SOURCE = re.compile(r"(?<![\w.,-])(?!0*1\s)(\d{1,3}(?:\.\d{3})*)\s\Z")
_ADJECTIVES = r"(?: [a-z]+){1,2} \Z"
_PEOPLE_IN_SOURCE = re.compile(r"(?<!\w)(?:warga|orang|rakyat|penduduk|bangsa)\s\Z", re.IGNORECASE)
_PEOPLE_BEHIND = re.compile(r"-| (?:people|citizen|resident|national|inhabitant|person|population|(?:wo)?m[ae]n\b)")
_FIGURES = re.compile(r"(?<![\w.,-])(?!(?:0*1|(?:19|20)\d\d) )\d{1,3}(?:,?\d{3})* \Z")  # but for 1, and for a year
_PARTS = re.compile("[ -]")
_NUMBER_BEHIND = re.compile(r"\s\d")
_LABEL = re.compile(r"\s[A-Z]\w* \Z")  # Article, May: the number behind it counts nothing
# SBPUs, women, soldiers: of four letters at least, and no bus, class or crisis.
_PLURAL = re.compile(r"[A-Z]{2,}s|.*(?:men|children)|(?=.{4})[^A-Z]*(?<![sui])s")


def is_several(source: str, match: Match) -> bool:
    """Does the source say that a match is several, by doubling it or by a word before it (para hakim, tiga hakim)?"""
    if match.plural:
        return True
    return _SEVERAL_IN_SOURCE.search(source, max(0, match.start - _LOOKED_AT), match.start) is not None


def replacement_is_plural(span: Span, text: str, match: Match, source: str) -> bool:
    """Is a match that is to replace the words at the span written in the plural?

    One that the source has as several is, but not beside a word or a verb of one thing: put_plurals looks at that.
    A name is where it replaces the word for the people of a place.
    """
    if proper_name(match.term) and not match.term.plural:
        return _are_people(span, text, match, source)
    if is_plural(span, text, match, source) or _is_counted(span, text, match, source):
        return True
    if _is_for_one(text, span.start) or VERB_OF_ONE_BEHIND.match(text, span.end):
        return False
    return is_several(source, match)


def _are_people(span: Span, text: str, match: Match, source: str) -> bool:
    """Do the words at the span stand for several people of a place: Two Swedens, for dua warga Swedia?"""
    if not _PEOPLE_IN_SOURCE.search(source, max(0, match.start - _LOOKED_AT), match.start):
        return False
    return not _PEOPLE_BEHIND.match(text, span.end) and is_plural(span, text, match, source)


def is_plural(span: Span, text: str, match: Match, source: str) -> bool:
    """Are the words at the span, which a match is to replace, a plural, or is there a number above one before them?

    source: the text in which the match was found. A number right behind its words there is a name (Yonif 725).
    """
    if _is_for_one(text, span.start) or _is_numbered(match, source):
        return False
    figures = _FIGURES.search(text, 0, span.start)
    if figures and not _is_label(figures, text, match, source):
        return True
    return _FOR_SEVERAL.search(text, 0, span.start) is not None or _has_plural_head(span, text, match)


def _is_counted(span: Span, text: str, match: Match, source: str) -> bool:
    """Do the figures right before the match in its source stand before an adjective or two: 12 new tax?"""
    figures = _FIGURES_IN_SOURCE.search(source, 0, match.start)
    if not figures:
        return False
    return re.search(rf"(?<![\w.,-]){figures[1].replace('.', ',')}{_ADJECTIVES}", text[: span.start]) is not None


def _is_numbered(match: Match, source: str) -> bool:
    """Is a match a name with its number, of which there is one: Yonif 725, as in two Yonif 725 soldiers?"""
    if not match.text[0].isupper():
        return False
    return match.text[-1].isdigit() or _NUMBER_BEHIND.match(source, match.end) is not None


def _is_label(figures: re.Match[str], text: str, match: Match, source: str) -> bool:
    """Do figures name something, as they do behind a word with a capital or behind the match in the source?"""
    if re.search(rf"{re.escape(match.text)}\s{figures[0].strip()}(?![.,]?\d)", source):
        return True
    return _LABEL.search(text, 0, figures.start()) is not None


def _is_for_one(text: str, place: int) -> bool:
    """Does a word for one thing stand before this place?"""
    return _FOR_ONE.search(text, 0, place) is not None


def _has_capitals_of_a_name(match: Match) -> bool:
    """Do a match and its English have capitals where common nouns have none: Hari Pahlawan, Heroes' Day?"""
    if match.text.isupper() or match.term.kind is TermKind.RANK or not match.term.targets[0][:1].isupper():
        return False
    *before, last = _PARTS.split(match.text)
    return last[:1].isupper() and (match.start > 0 or bool(before))


def _has_plural_head(span: Span, text: str, match: Match) -> bool:
    """Does the last word of a noun phrase look like a plural? A name does not, nor does a word of the source.

    The people of a body are no plural of it: a prosecutor's office for `prosecutors`. A name has none: Heroes' Day.
    """
    if not proper_name(match.term) and _has_capitals_of_a_name(match):
        return False
    phrase = span.of(text).partition(" of ")[0]
    head = phrase.rpartition(" ")[2]
    if head.casefold() == match.text.rpartition(" ")[2].casefold():
        return False
    if f"{head[:-1]}'s " in match.term.targets[0].replace("’", "'"):
        return False
    if span.start == 0 and head == phrase and not head[:2].isupper():  # the first word of the text has a capital
        head = head[:1].lower() + head[1:]
    return _PLURAL.fullmatch(head) is not None
