"""What people write in Markdown beyond CommonMark: rules for markdown-it's parser.

Inline: math, template tags, attribute lists, a mark for the table of contents. Blocks: math, `:::` fences, and the
containers whose text is indented: footnotes, definitions, admonitions (`!!! note`). Sources: the manuals of pandoc,
Python-Markdown, Kramdown, Docusaurus and Hugo.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Rule = Callable[..., bool]

MAX_LENGTH = 1000  # characters of an inline construct of this page: the search for its end must stay linear
_INDENT = 4  # blanks before the text of a container, as in the manuals above

_MATH = re.compile(r"\$(?![\s$])(?:[^$\\\n]|\\.|\n(?!\s*\n)){1,1000}(?<!\s)\$(?!\w)")
_ATTRIBUTES = re.compile(r"\{(?:: ?)?[#.][A-Za-z_-][^{}\n]{0,1000}\}|\{:[^{}\n]{1,1000}\}")
_CONTENTS = re.compile(r"\[\[_?(?:TOC|toc)_?\]\]|\[_?TOC_?\](?![(\[:])")
_TEMPLATES = (("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{#", "#}"))

_FENCE = re.compile(r":{3,}[ \t]*(?:\{[^}]*\}|[\w-]*)[ \t]*(?:\[(?P<boxed>.*)\]|(?P<plain>[^\s{\[].*?))?[ \t]*\Z")
_CONTAINER = re.compile(r"\[\^[^\]\s]+\]:|:(?=[ \t])")
_ADMONITION = re.compile(r"""(?:!!!|\?\?\?\+?)[ \t]+[\w -]+(?:[ \t]*"(?P<title>.*)")?[ \t]*\Z""")


def math_end(text: str, at: int) -> int:
    """Where the math ends that begins at `at`, or -1. A price (`US$5`) is none."""
    if not text.startswith("$", at):
        return -1
    if text.startswith("$$", at):
        end = text.find("$$", at + 2, at + MAX_LENGTH)
        if end > at + 2:
            return end + 2
        return -1
    if at and text[at - 1].isalnum():
        return -1
    found = _MATH.match(text, at)
    if found:
        return found.end()
    return -1


def template_end(text: str, at: int) -> int:
    """Where a template tag ends that writes no words, such as `{% endif %}`, or -1."""
    for opening, closing in _TEMPLATES:
        if text.startswith(opening, at):
            end = text.find(closing, at + len(opening), at + MAX_LENGTH)
            if end >= 0:
                return end + len(closing)
    return -1


def placeholder_end(text: str, at: int) -> int:
    """Where a placeholder ends that stands for words, `{{ nama }}`, or -1."""
    if not text.startswith("{{", at):
        return -1
    end = text.find("}}", at + 2, at + MAX_LENGTH)
    if end > at + 2:
        return end + 2
    return -1


def attributes_end(text: str, at: int) -> int:
    """Where an attribute list ends, `{#id .class}` or `{: .class}`, or -1."""
    found = _ATTRIBUTES.match(text, at)
    if found:
        return found.end()
    return -1


def contents_end(text: str, at: int) -> int:
    """Where a mark for the table of contents ends, `[TOC]`, or -1."""
    found = _CONTENTS.match(text, at)
    if found:
        return found.end()
    return -1


# In the order in which they are tried.
INLINE: dict[str, Callable[[str, int], int]] = {
    "math": math_end,
    "attributes": attributes_end,
    "template": template_end,
    "placeholder": placeholder_end,
    "contents": contents_end,
}


def inline_rule(end_of: Callable[[str, int], int]) -> Rule:
    """The parser's rule for an inline construct that is found by its end."""

    def rule(state: Any, silent: bool) -> bool:
        end = end_of(state.src, state.pos)
        if end < 0 or end > state.posMax:
            return False
        if not silent:
            token = state.push("left_alone", "", 0)
            token.content = state.src[state.pos : end]
        state.pos = end
        return True

    return rule


def fence(state: Any, start: int, _end: int, silent: bool) -> bool:
    """A line `:::note Judul`, which begins or ends a container; its title is text."""
    found = _FENCE.match(_line(state, start)) if _may_begin(state, start) else None
    if found is None:
        return False
    if not silent:
        _push_title(state, start, found["boxed"] or found["plain"])
        state.line = start + 1
    return True


def math_block(state: Any, start: int, end: int, silent: bool) -> bool:
    """Lines from one that begins with `$$` to one that ends with it."""
    line = _line(state, start) if _may_begin(state, start) else ""
    if not line.startswith("$$"):
        return False
    last = start
    closed = len(line) > len("$$$$") and line.endswith("$$")
    while not closed:
        last += 1
        if last >= end or state.env.get("unclosed_math"):
            state.env["unclosed_math"] = True  # so that it is looked for only once
            return False
        closed = _line(state, last).endswith("$$")
    if not silent:
        state.push("math_block", "", 0)
        state.line = last + 1
    return True


def container(state: Any, start: int, end: int, silent: bool) -> bool:
    """A footnote or a definition: its text begins after the mark and goes on in lines that are indented."""
    found = _CONTAINER.match(_line(state, start)) if _may_begin(state, start) else None
    if found is None:
        return False
    if silent:
        return True
    before = state.bMarks[start], state.tShift[start], state.sCount[start]
    after = before[0] + before[1] + found.end()
    blanks = 0
    while after + blanks < state.eMarks[start] and state.src[after + blanks] in " \t":
        blanks += 1
    state.bMarks[start] = after
    state.tShift[start] = blanks
    state.sCount[start] = state.blkIndent + _INDENT
    _read_indented(state, start, start, end)
    state.bMarks[start], state.tShift[start], state.sCount[start] = before
    state.line = max(state.line, start + 1)
    return True


def admonition(state: Any, start: int, end: int, silent: bool) -> bool:
    """`!!! note "Judul"`, and the lines below it that are indented."""
    found = _ADMONITION.match(_line(state, start)) if _may_begin(state, start) else None
    if found is None:
        return False
    if silent:
        return True
    _push_title(state, start, found["title"])
    state.line = start + 1
    _read_indented(state, start, start + 1, end)
    state.line = max(state.line, start + 1)
    return True


# Each with the blocks that it may interrupt.
BLOCKS: dict[str, tuple[Rule, list[str]]] = {
    "fence_of_colons": (fence, ["paragraph", "reference", "blockquote", "list"]),
    "math_block": (math_block, ["paragraph", "reference", "blockquote", "list"]),
    "container": (container, ["paragraph", "reference"]),
    "admonition": (admonition, ["paragraph", "reference"]),
}


def _may_begin(state: Any, line: int) -> bool:
    return not state.is_code_block(line)


def _line(state: Any, line: int) -> str:
    start = state.bMarks[line] + state.tShift[line]
    text: str = state.src[start : state.eMarks[line]]
    return text.rstrip()


def _push_title(state: Any, line: int, title: str | None) -> None:
    """Add a title as a paragraph of its own."""
    if not title or not title.strip():
        return
    state.push("paragraph_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content = title.strip()
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
