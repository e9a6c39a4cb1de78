"""The forms of an English term: plural, article, case. A small rule table; what it cannot know, the glossary lists."""

from __future__ import annotations

import re

from glossary.source.nasals import VOWELS
from glossary.word_lists import words

# A head noun and what follows it: Chief | of Staff, tank | (T-90), Commander | -in-Chief, Secretary | General
_HEADS = (
    re.compile(
        r"(.+?)(\s+(?:(?:of|for|in|at|to|on|with|by|from|under|against|without|between|over)\s|\().*)", re.IGNORECASE
    ),
    re.compile(r"(.*\w)(-(?:in|of|de|at)-\S+)", re.IGNORECASE),
    re.compile(
        r"(.*\b(?:secretary|secretariat|attorney|governor|auditor|director|directorate|solicitor|surgeon|inspector"
        r"|inspectorate|consul|consulate|prosecutor|quartermaster))([\s-]general)"
        r"|(.*\bcourt)([\s-]martial)|(.*\bsergeant)([\s-]major)",
        re.IGNORECASE,
    ),
)
_JUDGE = re.compile(r"\b(?:chief|associate|court|constitutional|supreme|lord) justice$", re.IGNORECASE)  # a person
# Chinese, shortness, airmen, killed, dangerous
_WITHOUT_PLURAL = re.compile(r"..ese$|ness$|(?<![cg]i)(?<!do)men$|..[^e]ed$|..ous$")
_COUNTED = frozenset(
    """biped bobsled business crossbred deathbed diocese eyewitness flatbed flowerbed harness highness hotbed hundred
    illness likeness moped newlywed purebred quadruped riverbed roadbed seabed shred sickness testbed thoroughbred
    toolshed watershed weakness wilderness witness woodshed""".split()
)
_IRREGULAR = {
    "child": "children",
    "criterion": "criteria",
    "foot": "feet",
    "matrix": "matrices",
    "mouse": "mice",
    "person": "people",
    "phenomenon": "phenomena",
    "quiz": "quizzes",
    "tooth": "teeth",
}
# The first rule that fits a word: what is cut from its end, and what is put there.
_ENDINGS = (
    (re.compile(r"craft$"), 0, ""),
    (re.compile(r"(?<!^ger)(?<!^ro)(?<!^hu)(?<!^otto)(?<!^talis)(?<!^sha)(?<!^nor)(?<!^o)man$"), 2, "en"),
    (re.compile(r"^(knife|life|wife|midwife|penknife)$"), 2, "ves"),
    (re.compile(r"^(calf|half|leaf|loaf|shelf|thief|wolf)$"), 1, "ves"),
    (re.compile(r"^(cargo|echo|embargo|hero|mosquito|potato|tomato|tornado|torpedo|veto|volcano)$"), 0, "es"),
    (re.compile(r"^(epoch|monarch|patriarch|stomach)$"), 0, "s"),
    (re.compile(r"^(alias|atlas|bias|canvas|gas|lens)$|(ss|us|sh|ch|x|z)$"), 0, "es"),
    (re.compile(r"..[^aeiou]is$|^(basis|axis)$"), 2, "es"),
    (re.compile(r"s$"), 0, ""),
    (re.compile(r"[^aeiou]y$"), 1, "ies"),
    (re.compile(r"$"), 0, "s"),
)

_INITIALISM = re.compile(r"([A-Z]+)(?:s|\d\w*)?$")
_SPOKEN_AS_A_WORD = re.compile(  # a capital abbreviation that reads like an English word: NATO, SEAL, STOVL
    r"(?:SAM|SAR|FOB|RAM|LAN)$|(?=.{4})(?:[BCDFGHJKLMNPQRSTVWYZ]|F[LR]|S[CHKLMNPTW]|S[CPT]R|RH)?[AEIO]"
)
_LETTERS_WITH_AN = "AEFHILMNORSX"  # their names begin with a vowel
_MUTE_H = re.compile(r"hour|honest|honou?r|heir", re.IGNORECASE)
_SPOKEN_WITH_Y_OR_W = re.compile(
    r"eu|ewe|on(?:e|ce)\b|uni(?!n|m|dent)|unanim|u[bcfjkrst][aeiou]|ukr|uga|uy|ui", re.IGNORECASE
)
_NUMBER_WITH_AN = re.compile(r"8|1[18](?!\d)")

_LETTER_RUN = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+")
_WORD_END = re.compile(r"[\s-]")


def plural(target: str, counted: bool = False) -> str:
    """The plural of a term, formed on its head noun; what has no other form stays as it is, unless it is `counted`.

    Secretary of Defence -> Secretaries of Defence; Commander-in-Chief -> Commanders-in-Chief; aircraft -> aircraft.
    """
    before, word, tail = around_head(target)
    if _JUDGE.search(before + word):
        return f"{before}{word}s{tail}"
    return before + _plural_word(word, counted) + tail


def around_head(target: str) -> tuple[str, str, str]:
    """A term as what stands before the last word of its head noun, that word, and what follows it."""
    head = target
    tail = ""
    for pattern in _HEADS:
        found = pattern.fullmatch(head)
        if found:
            head, rest = filter(None, found.groups())
            tail = rest + tail
    word = _WORD_END.split(head)[-1]
    return head.removesuffix(word), word, tail


def _plural_word(word: str, counted: bool) -> str:
    last = word[-1:]
    if not last.isalnum():
        return word
    if last.isdigit() or word.isupper():
        return word if last == "S" else f"{word}s"  # UAVs, F-16s; GPS stays
    small = word.casefold()
    if not counted and _has_no_plural(small):
        return word
    if small in _IRREGULAR:
        return word[0] + _IRREGULAR[small][1:]
    for pattern, cut, ending in _ENDINGS:
        if pattern.search(small):
            return word[: len(word) - cut] + ending
    return word


def _has_no_plural(word: str) -> bool:
    if word in words("without_plural"):
        return True
    if word in _COUNTED:
        return False
    return _WITHOUT_PLURAL.search(word) is not None


def article(text: str) -> str:
    """The indefinite article before `text`, chosen by sound: "a" UN convoy, "an" hour, "an" MRAP, "an" F-16."""
    found = _WORD.search(text)
    if not found:
        return "a"
    if _begins_with_a_vowel(found.group()):
        return "an"
    return "a"


def _begins_with_a_vowel(word: str) -> bool:
    """Does the word begin with a vowel when it is spoken?"""
    if word[0].isdigit():
        return _NUMBER_WITH_AN.match(word) is not None
    initials = _INITIALISM.match(word)
    if initials and not _SPOKEN_AS_A_WORD.match(initials[1]):
        return word[0] in _LETTERS_WITH_AN
    if _MUTE_H.match(word):
        return True
    if _SPOKEN_WITH_Y_OR_W.match(word):
        return False
    return word[0].casefold() in VOWELS


def capitalised(text: str) -> str:
    """`text` with its first character in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def transfer_case(target: str, model_text: str) -> str:
    """`target` in the case of `model_text`: all capitals, every word capitalised, the first letter only, or small.

    What is an abbreviation in capitals stays one. Where `model_text` follows no pattern, `target` stays as it is.
    """
    if model_text.isupper() and _is_longer_than_a_letter(model_text):
        return target.upper()
    if model_text.islower():
        return _LETTER_RUN.sub(_lowered, target)
    if _is_in_title_case(model_text):
        return capitalised(_in_title_case(target))
    if model_text[:1].isupper():
        return capitalised(target)
    return target


def _is_longer_than_a_letter(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 1


def _lowered(found: re.Match[str]) -> str:
    """A word in small letters, unless it is an abbreviation in capitals."""
    word = found.group()
    is_abbreviation = word.isupper() and len(word) > 1
    if is_abbreviation:
        return word
    return word.lower()


def _is_in_title_case(text: str) -> bool:
    """Has a text of several words a capital on each that is not small in Indonesian titles?"""
    parts = text.split()
    if len(parts) < 2:
        return False
    small = words("small_in_indonesian_titles")
    return all(word[0].isupper() or word in small for word in parts)


def _in_title_case(text: str) -> str:
    small = words("small_in_english_titles")
    return " ".join(word if word in small else capitalised(word) for word in text.split())
