"""Markdown-it's parser, asked where each inline construct stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from translator.document import Span
from translator.formats.markdown import block_extensions, inline_extensions

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

FOUND = "padan"  # the key of the parser's environment under which the constructs that it finds are collected
_NO_LABEL = Span(-1, -1)


@dataclass(frozen=True, slots=True)
class Construct:
    """An inline construct at [start, end) of a block's text. label: of a link, an image or marked text, its text."""

    rule: str
    start: int
    end: int
    token: Any
    label: Span = _NO_LABEL


@cache
def parser() -> MarkdownIt:
    from markdown_it import MarkdownIt, rules_block, rules_inline

    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    located = {
        "newline": rules_inline.newline,
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
        "image": rules_inline.image,
        "link": rules_inline.link,
    }
    for name, rule in located.items():
        markdown.inline.ruler.at(name, _located(name, rule))
    for name in ("emphasis", "strikethrough"):
        markdown.inline.ruler.at(name, _delimiters(name, getattr(rules_inline, name).tokenize))
    for name, rule in inline_extensions.INLINE.items():
        markdown.inline.ruler.before("escape", name, _located(name, rule))
    for name, (block_rule, interrupted) in block_extensions.BLOCKS.items():
        markdown.block.ruler.before("code", name, block_rule, {"alt": interrupted})
    reference = rules_block.reference

    def no_footnote(state: Any, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        if state.src.startswith("[^", at):
            return False
        return reference(state, start, end, silent)

    markdown.block.ruler.at("reference", no_footnote)
    return markdown


def _located(name: str, rule: Callable[..., bool]) -> Callable[..., bool]:
    """The rule, noting what it finds."""

    def located(state: Any, silent: bool) -> bool:
        start = state.pos
        tokens = len(state.tokens)
        found = state.env.get(FOUND)
        known = len(found) if found is not None else 0
        if not rule(state, silent):
            return False
        is_code_mark_only = len(state.tokens) == tokens  # backticks that enclose no code
        if silent or found is None or is_code_mark_only:
            return True
        if name == "image":
            del found[known:]  # they count from the beginning of the image's text
        token = state.tokens[-1]
        if token.type == "link_close":
            token = next(one for one in state.tokens[tokens:] if one.type == "link_open")
        found.append(Construct(name, start, state.pos, token, _label(state, start, name, token)))
        return True

    return located


def _label(state: Any, start: int, name: str, token: Any) -> Span:
    """The text of the link or image that begins at `start` and was just read as `token`; no place for other things."""
    if name not in ("link", "image"):
        label: Span = token.meta.get("label", _NO_LABEL)
        return label
    after = state.pos
    is_link = name == "link"
    bracket = start + (not is_link)
    end: int = state.md.helpers.parseLinkLabel(state, bracket, is_link)
    state.pos = after
    return Span(bracket + 1, end)


def _delimiters(name: str, rule: Callable[..., bool]) -> Callable[..., bool]:
    """The rule of `*`, `_` or `~~`, noting the place of each token; what becomes of the tokens is decided later."""

    def located(state: Any, silent: bool) -> bool:
        start = state.pos
        known = len(state.tokens)
        pending = bool(state.pending)  # text that the rule makes a token of, before its own
        if not rule(state, silent):
            return False
        found = state.env.get(FOUND)
        if silent or found is None:
            return True
        for token in state.tokens[known + pending :]:
            found.append(Construct(name, start, start + len(token.content), token))
            start += len(token.content)
        return True

    return located
