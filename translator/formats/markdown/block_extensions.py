"""What people write in Markdown beyond CommonMark as blocks of their own: rules for markdown-it's parser.

Math, comments, TeX environments, fences of colons or slashes, abbreviations, line blocks, and the containers whose text
is indented: footnotes, definitions, items that pandoc numbers, admonitions (`!!! note`), tabs. Sources: the manuals of
pandoc, Python-Markdown and its extensions, Kramdown, Docusaurus, Hugo and Obsidian.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from translator.formats.markdown.inline_extensions import is_attribute_list

Rule = Callable[..., bool]

_MAX_UNCLOSED = 16  # signs that nothing closes and that are looked for: without a bound, many would take quadratic time
_INDENT = 4  # blanks before the text of a container, as in the manuals above

_FENCE = re.compile(
    r""":{3,}[ \t]*+[\w-]*+[ \t]*+(?:
          \[(?P<boxed>.*)\](?P<attributes_behind>\{[^{}]*\})?
        | (?P<attributes>\{[^}]*\})?[ \t]*+(?P<plain>[^\s{\[].*)?
    )\Z
    | /{3,}(?:[ \t]++[\w-]++[ \t]*+(?:\|(?P<behind_bar>.*))?)?\Z""",
    re.VERBOSE,
)
_ATTRIBUTES = frozenset({"attributes", "attributes_behind"})
_ENCLOSED = re.compile(r"\$\$|%%|\\begin\{\w+\*?\}")
_CONTAINER = re.compile(r"\[\^[^\]\s]+\]:|(?::|#\.|\(@[\w-]*\))(?=[ \t])")
_ADMONITION = re.compile(r"""(?:!!!|\?\?\?\+?)[ \t]++[\w \t-]++(?:"(?P<title>.*)")?\Z|===[!+]?[ \t]++"(?P<tab>.*)"\Z""")
_ABBREVIATION = re.compile(r"\*\[[^\[\]]+\]:[ \t]*(?P<words>.*)")
_LINE_OF_BLOCK = re.compile(r"\|(?:[ \t]+(?P<words>[^|]*))?\Z")


def fence(state: Any, start: int, _end: int, silent: bool) -> bool:
    """A line such as `:::note Judul` or `/// note | Judul`, which begins or ends a container; its title is text."""
    found = _begun(_FENCE, state, start)
    if found is None:
        return False
    if not silent:
        for name, part in found.groupdict().items():
            if name not in _ATTRIBUTES or is_attribute_list(part):
                _push_text(state, start, part)
        state.line = start + 1
    return True


def enclosed(state: Any, start: int, end: int, silent: bool) -> bool:
    """Math, a comment or a TeX environment: the lines from one that begins with its sign to one that ends with it."""
    last = _last_enclosed(state, start, end)
    if last < 0:
        return False
    if not silent:
        state.push("enclosed", "", 0)
        state.line = last + 1
    return True


def _last_enclosed(state: Any, start: int, end: int) -> int:
    """The last line of what the line `start` opens, or -1; what nothing closes is looked for only once."""
    found = _begun(_ENCLOSED, state, start)
    if found is None:
        return -1
    closing = found[0].replace("\\begin", "\\end")
    rest = found.string[found.end() :]
    if closing in rest:
        is_open_or_empty = rest.removesuffix(closing) in (rest, "")
        return -1 if is_open_or_empty else start
    unclosed = state.env.setdefault("unclosed", set())
    if closing in unclosed or len(unclosed) == _MAX_UNCLOSED:
        return -1
    for number in range(start + 1, end):
        if _line(state, number).endswith(closing):
            return number
    unclosed.add(closing)
    return -1


def container(state: Any, start: int, end: int, silent: bool) -> bool:
    """A footnote, a definition, or an item that pandoc numbers (`#. `, `(@) `).

    Its text begins after the mark and goes on in lines that are indented.
    """
    found = _begun(_CONTAINER, state, start)
    if found is None:
        return False
    if silent:
        return True
    before = state.bMarks[start], state.tShift[start], state.sCount[start]
    after = before[0] + before[1] + found.end()
    rest = state.src[after : state.eMarks[start]]
    blanks = len(rest) - len(rest.lstrip(" \t"))
    state.bMarks[start] = after
    state.tShift[start] = blanks
    state.sCount[start] = state.blkIndent + _INDENT
    _read_indented(state, start, start, end)
    state.bMarks[start], state.tShift[start], state.sCount[start] = before
    state.line = max(state.line, start + 1)
    return True


def admonition(state: Any, start: int, end: int, silent: bool) -> bool:
    """`!!! note "Judul"` or a tab, `=== "Judul"`, and the lines below it that are indented."""
    found = _begun(_ADMONITION, state, start)
    if found is None:
        return False
    if silent:
        return True
    _push_text(state, start, found["title"] or found["tab"])
    state.line = start + 1
    _read_indented(state, start, start + 1, end)
    state.line = max(state.line, start + 1)
    return True


def abbreviation(state: Any, start: int, _end: int, silent: bool) -> bool:
    """`*[TNI]: Tentara Nasional Indonesia`: what the abbreviation means is text."""
    return _read_words(_ABBREVIATION, state, start, silent)


def line_block(state: Any, start: int, _end: int, silent: bool) -> bool:
    """A line of verse or of an address, `| Jalan Merdeka 1`, which stays a line; a row of a table has more bars."""
    return _read_words(_LINE_OF_BLOCK, state, start, silent)


# Each with the blocks that it may interrupt.
BLOCKS: dict[str, tuple[Rule, list[str]]] = {
    "fence_of_colons": (fence, ["paragraph", "reference", "blockquote", "list"]),
    "enclosed": (enclosed, ["paragraph", "reference", "blockquote", "list"]),
    "container": (container, ["paragraph", "reference"]),
    "admonition": (admonition, ["paragraph", "reference"]),
    "abbreviation": (abbreviation, ["paragraph", "reference"]),
    "line_block": (line_block, []),
}


def _begun(pattern: re.Pattern[str], state: Any, line: int) -> re.Match[str] | None:
    """What a pattern finds at the beginning of a line, unless that is code."""
    if state.is_code_block(line):
        return None
    return pattern.match(_line(state, line))


def _read_words(pattern: re.Pattern[str], state: Any, start: int, silent: bool) -> bool:
    """Read a block of one line, of which the pattern tells the words; says whether the line is one."""
    found = _begun(pattern, state, start)
    if found is None:
        return False
    if not silent:
        _push_text(state, start, found["words"])
        state.line = start + 1
    return True


def _line(state: Any, line: int) -> str:
    start = state.bMarks[line] + state.tShift[line]
    text: str = state.src[start : state.eMarks[line]]
    return text.rstrip()


def _push_text(state: Any, line: int, text: str | None) -> None:
    """Add a part of a line, such as a title, as a paragraph of its own."""
    if not text or not text.strip():
        return
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content = text.strip()
    token.map = [line, line + 1]
    token.children = []
    state.push("paragraph_close", "p", -1)


def _read_indented(state: Any, start: int, first: int, end: int) -> None:
    """Read the blocks of a container from the line `first` on, as far as they are indented."""
    kind = state.parentType
    state.parentType = "container"
    state.blkIndent += _INDENT
    state.push("container_open", "div", 1).map = [start, end]
    state.md.block.tokenize(state, first, end)
    state.push("container_close", "div", -1)
    state.blkIndent -= _INDENT
    state.parentType = kind
