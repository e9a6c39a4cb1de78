"""Markdown-it's parser, asked where each inline construct stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from translator.formats.markdown import extensions

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

FOUND = "padan"  # the key of the parser's environment under which the constructs that it finds are collected


@dataclass(frozen=True, slots=True)
class Construct:
    """An inline construct at [start, end) of a block's text. label_end: of a link, where its text ends."""

    rule: str
    start: int
    end: int
    token: Any
    label_end: int = -1


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
    for name, end_of in extensions.INLINE.items():
        rule = _located(name, extensions.inline_rule(end_of))
        markdown.inline.ruler.before("escape", name, rule)
    for name, (block_rule, interrupted) in extensions.BLOCKS.items():
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
        label_end = -1
        if name in ("link", "image"):
            label_end = _label_end(state, start, name)
        if name == "image":
            del found[known:]  # they count from the beginning of the image's text
        token = state.tokens[-1]
        if name == "link":
            token = next(one for one in state.tokens[tokens:] if one.type == "link_open")
        found.append(Construct(name, start, state.pos, token, label_end))
        return True

    return located


def _label_end(state: Any, start: int, name: str) -> int:
    """Where the text of the link or image ends that begins at `start` and was just read."""
    after = state.pos
    is_link = name == "link"
    label: int = state.md.helpers.parseLinkLabel(state, start + (not is_link), is_link)
    state.pos = after
    return label


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
