"""The forms of an English term: plural, article, case. A small rule table; what it cannot know, the glossary lists."""

from __future__ import annotations

import re

# A head noun and what follows it: Chief | of Staff, tank | (T-90), Commander | -in-Chief, Secretary | General
_HEADS = (
    re.compile(
        r"(.+?)(\s+(?:(?:of|for|in|at|to|on|with|by|from|under|against|without|between|over)\s|\().*)", re.IGNORECASE
    ),
    re.compile(r"(.*\w)(-(?:in|of|de|at)-\S+)", re.IGNORECASE),
    re.compile(
        r"(.*\b(?:secretary|attorney|governor|auditor|director|solicitor|surgeon|inspector|consul))([\s-]general)"
        r"|(.*\bcourt)([\s-]martial)|(.*\bsergeant)([\s-]major)",
        re.IGNORECASE,
    ),
)
_UNCHANGED = frozenset(
    "ammunition artillery cavalry chassis corps debris deer equipment fish headquarters infantry information "
    "intelligence materiel matériel means military news offspring ordnance personnel police series sheep shrapnel "
    "species swine weaponry".split()
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
_ENDINGS = tuple(
    (re.compile(pattern), cut, ending)
    for pattern, cut, ending in (
        (r"craft$", 0, ""),
        (r"(?<!^ger)(?<!^ro)(?<!^hu)(?<!^otto)(?<!^talis)(?<!^sha)(?<!^nor)(?<!^o)man$", 2, "en"),
        (r"^(knife|life|wife|midwife|penknife)$", 2, "ves"),
        (r"^(calf|half|leaf|loaf|shelf|thief|wolf)$", 1, "ves"),
        (r"^(cargo|echo|embargo|hero|mosquito|potato|tomato|tornado|torpedo|veto|volcano)$", 0, "es"),
        (r"^(epoch|monarch|patriarch|stomach)$", 0, "s"),
        (r"^(alias|atlas|bias|canvas|gas|lens)$|(ss|us|sh|ch|x|z)$", 0, "es"),
        (r"..[^aeiou]is$|^(basis|axis)$", 2, "es"),
        (r"s$", 0, ""),
        (r"[^aeiou]y$", 1, "ies"),
        (r"$", 0, "s"),
    )
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

_SMALL_WORDS = frozenset("a an and at by for from in of on or the to with".split())
_SMALL_INDONESIAN_WORDS = frozenset("dan atau di ke dari untuk yang pada dengan".split())


def plural(target: str) -> str:
    """The plural of a term, formed on its head noun; what has no other form stays as it is.

    Secretary of Defence -> Secretaries of Defence; Commander-in-Chief -> Commanders-in-Chief; aircraft -> aircraft.
    """
    head, tail = target, ""
    for pattern in _HEADS:
        if found := pattern.fullmatch(head):
            head, rest = (part for part in found.groups() if part is not None)
            tail = rest + tail
    word = re.split(r"[\s-]", head)[-1]
    return head.removesuffix(word) + _plural_word(word) + tail


def _plural_word(word: str) -> str:
    if not word[-1:].isalnum():
        return word
    if word.isupper() or word[-1].isdigit():
        return word if word.endswith("S") else word + "s"  # UAVs, F-16s; GPS stays
    folded = word.casefold()
    if folded in _UNCHANGED:
        return word
    if folded in _IRREGULAR:
        return word[0] + _IRREGULAR[folded][1:]
    cut, ending = next((cut, ending) for pattern, cut, ending in _ENDINGS if pattern.search(folded))
    return word[: len(word) - cut] + ending


def article(text: str) -> str:
    """The indefinite article before `text`, chosen by sound: "a" UN convoy, "an" hour, "an" MRAP, "an" F-16."""
    found = re.search(r"[^\W_]+", text)
    word = found.group() if found else ""
    initials = _INITIALISM.match(word)
    if word[:1].isdigit():
        vowel = bool(_NUMBER_WITH_AN.match(word))
    elif initials and not _SPOKEN_AS_A_WORD.match(initials[1]):
        vowel = word[0] in _LETTERS_WITH_AN
    elif _MUTE_H.match(word):
        vowel = True
    else:
        vowel = word[:1].casefold() in tuple("aeiou") and not _SPOKEN_WITH_Y_OR_W.match(word)
    return "an" if vowel else "a"


def capitalised(text: str) -> str:
    """`text` with its first character in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def transfer_case(target: str, model_text: str) -> str:
    """`target` in the case of `model_text`: all capitals, every word capitalised, the first letter only, or small.

    What is an abbreviation in capitals stays one. Where `model_text` follows no pattern, `target` stays as it is.
    """
    words = model_text.split()
    if model_text.isupper() and sum(map(str.isalpha, model_text)) > 1:
        return target.upper()
    if model_text.islower():
        return re.sub(r"[^\W\d_]+", lambda word: word[0] if _abbreviation(word[0]) else word[0].lower(), target)
    if len(words) > 1 and all(word[0].isupper() or word in _SMALL_INDONESIAN_WORDS for word in words):
        return capitalised(" ".join(word if word in _SMALL_WORDS else capitalised(word) for word in target.split()))
    return capitalised(target) if model_text[:1].isupper() else target


def _abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper()
