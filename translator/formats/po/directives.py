"""Format directives, such as `%s`: a program may crash where a translation has others than its source.

`msgfmt -c` compares them in the messages that have a flag such as `c-format`, and so does this module.
Directives of C that change their order get the numbers of their arguments, `%2$d`. Where that does not help, the
message is for a person.
Sources: GNU gettext manual, section 15.3, "Formatted string syntaxes"; printf(3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORMAT = re.compile(r"(?!no-|possible-|impossible-)([a-z0-9+-]+)-format")
_PERCENT = (
    r"%\{\w+\}|%(?:\d+\$|\(\w+\)|<\w+>)?[-+ #0'I]*(?:\*|\d+)?(?:\.(?:\*|\d+))?"
    r"(?:hh?|ll?|[qjztL]|I64|I32)?(?:[A-Za-z@%]|<PRI\w+>)"
)
_PRINTF = re.compile(_PERCENT)
_OTHER = re.compile(rf"\$\{{\w+\}}|\$\w+|\{{[^{{}}\s]*\}}|%L?\d{{1,2}}|%L?n|{_PERCENT}")
# Formats in which `%%` is a percent sign, and in which directives stand for arguments in their order.
_OF_PRINTF = frozenset("c objc php python perl lua awk tcl sh gcc-internal gfc-internal go ruby".split())
_NUMBERED = frozenset({"c", "objc", "php", "lua", "awk", "tcl", "gfc-internal"})  # those that know `%2$d`
_HAS_NUMBER = re.compile(r"%\d+\$")
_HAS_NAME = re.compile(r"%[(<{]")


def format_of(flags: Iterable[str]) -> str:
    """The format that the flags of a message name, such as `c`; empty where none does."""
    for flag in flags:
        found = _FORMAT.fullmatch(flag)
        if found is not None:
            return found[1]
    return ""


def doubles_percent(format_name: str) -> bool:
    """Does a format write `%%` for a percent sign?"""
    return format_name in _OF_PRINTF


def written_percents(text: str, source: str, format_name: str) -> str:
    """The translation of a line, with `%%` for each `%` that is of no directive of the source."""
    if format_name not in _OF_PRINTF or "%" not in text:
        return text
    waiting = sorted(_directives(source, format_name), key=len, reverse=True)
    known = re.compile("|".join([*map(re.escape, waiting), "%"]))
    return known.sub(_doubled, text)


def _doubled(found: re.Match[str]) -> str:
    return "%%" if found[0] == "%" else found[0]


def agreed(target: str, source: str, format_name: str) -> str | None:
    """The translation with the directives of its source, their arguments numbered where they need it.

    None where it has others, so that the message would break the program.
    """
    wanted = _directives(source, format_name)
    found = _directives(target, format_name)
    if found == wanted or not format_name:
        return target
    if sorted(found) != sorted(wanted):
        return None
    if format_name not in _OF_PRINTF or all(map(_names_argument, wanted)):
        return target
    if format_name not in _NUMBERED or any(map(_cannot_be_numbered, wanted)):
        return None
    return _numbered(target, wanted)


def _directives(text: str, format_name: str) -> list[str]:
    pattern = _PRINTF if format_name in _OF_PRINTF else _OTHER
    return [found for found in pattern.findall(text) if found != "%%"]


def _names_argument(directive: str) -> bool:
    """Does the directive say which argument it stands for, so that the order is free?"""
    if _HAS_NUMBER.match(directive):
        return True
    return _HAS_NAME.match(directive) is not None


def _cannot_be_numbered(directive: str) -> bool:
    return "*" in directive or _names_argument(directive)


def _numbered(text: str, wanted: list[str]) -> str:
    """The text with the number of its argument in each directive. wanted: those of the source, in their order."""
    numbers: dict[str, list[int]] = {}
    for number, directive in enumerate(wanted, 1):
        numbers.setdefault(directive, []).append(number)

    def with_number(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return found[0]
        return f"%{numbers[found[0]].pop(0)}${found[0][1:]}"

    return _PRINTF.sub(with_number, text)
