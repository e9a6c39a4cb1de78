"""Markdown's constructs with their offsets: markdown-it's parser, asked where each of them stands.

The blocks are CommonMark's and GitHub's tables; the inline constructs CommonMark's and `~~`, and with them bare
addresses, footnote marks, task boxes and `[!NOTE]`, which are kept as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from translator.document import Span
from translator.markup.runs import Item, Role

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FOUND = "padan"  # where in the parser's environment the constructs that it finds are collected
_PAIRED = {"em_open": 1, "em_close": 1, "strong_open": 2, "strong_close": 2, "s_open": 2, "s_close": 2}
_FRONT_MATTER = re.compile(r"---[ \t]*\Z")
_LEFT_ALONE = re.compile(
    r"""(?P<address>(?<![^\W_])(?:(?:https?|ftp)://|www\.)[^\s<>|]*[^\s<>|.,;:!?"'()*_~\]])
    | (?P<note>\[\^[^\]\s]+\])(?P<definition>:[ \t]*)?
    | (?P<box>(?:\A|(?<=\n))(?:\[[ xX]\][ \t]+ | \[![A-Za-z]+\][-+]?[ \t]*))""",
    re.VERBOSE,
)
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)[^>]*?(/?)>", re.DOTALL)
_EMPTY_TAGS = frozenset({"br", "hr", "img", "input", "wbr", "area", "col", "embed", "link", "meta", "source"})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of inline text. origin: for each character of `text`, and for its end, where it stands in the document."""

    text: str
    origin: Sequence[int]
    line: int
    in_table: bool


@dataclass(frozen=True, slots=True)
class Construct:
    """An inline construct at [start, end) of a block's text. label_end: of a link, where its text ends."""

    rule: str
    start: int
    end: int
    token: Any
    label_end: int = -1


def blocks(text: str, lines: Sequence[Span]) -> tuple[list[Block], dict[str, Any]]:
    """The runs of inline text of a document whose `lines`, without their ends, are given; and its references."""
    env: dict[str, Any] = {}
    tokens: list[Any] = []
    hidden = _front_matter(text, lines)
    parser = _parser()
    source = "\n".join("" if number < hidden else line.of(text) for number, line in enumerate(lines))
    parser.block.parse(source, parser, env, tokens)
    found, table, cursor = [], 0, (0, 0)
    for before, token in zip([None, *tokens], tokens, strict=False):
        table += (token.type == "table_open") - (token.type == "table_close")
        if token.type != "inline" or not token.content or not before:
            continue
        line = token.map[0]
        start = cursor[1] if table and cursor[0] == line else lines[line].start
        if before.type == "heading_open" and before.markup.startswith("#"):
            start = text.index(before.markup, start) + len(before.markup)
        origin = _origin(token.content, text, lines[line:], start, table > 0, before.type == "heading_open")
        if origin:
            cursor = line, origin[-1]
            found.append(Block(token.content, origin, line + 1, table > 0))
    return found, env


def items(block: Block, text: str, env: dict[str, Any]) -> tuple[list[Item], list[Block]]:
    """A block's text as items; and the texts of its images, which are blocks of their own."""
    constructs = _constructs(block.text, env)
    images: list[Block] = []
    found: list[Item] = []
    done = 0
    for number, (construct, opens) in enumerate(_events(constructs)):
        start, end = (construct.start, construct.end)
        if start < done:
            continue
        found += _plain(block, text, done, start)
        if construct.rule == "image":
            label = block.text[start + 2 : construct.label_end]
            images.append(Block(label, block.origin[start + 2 : construct.label_end + 1], block.line, block.in_table))
        found.append(_item(construct, opens, block, text, number))
        done = end
    found += _plain(block, text, done, len(block.text))
    return _tags(_paired(found)), images


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt, rules_block, rules_inline

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for name in ("newline", "escape", "backticks", "autolink", "html_inline", "entity", "image", "link"):
        rule = getattr(rules_inline, {"backticks": "backtick"}.get(name, name))
        parser.inline.ruler.at(name, _located(name, rule))
    for name in ("emphasis", "strikethrough"):
        parser.inline.ruler.at(name, _delimiters(name, getattr(rules_inline, name).tokenize))
    reference = rules_block.reference

    def no_footnote(state: Any, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        return not state.src.startswith("[^", at) and reference(state, start, end, silent)

    parser.block.ruler.at("reference", no_footnote)
    return parser


def _located(name: str, rule: Callable[..., bool]) -> Callable[..., bool]:
    """The rule, noting what it finds."""

    def located(state: Any, silent: bool) -> bool:
        start, tokens, found = state.pos, len(state.tokens), state.env.get(_FOUND)
        known = len(found) if found is not None else 0
        if not rule(state, silent):
            return False
        if silent or found is None or len(state.tokens) == tokens:  # the last: backticks that are no code
            return True
        label_end = -1
        if name in ("link", "image"):
            end = state.pos
            label_end = state.md.helpers.parseLinkLabel(state, start + (name == "image"), name == "link")
            state.pos = end
        if name == "image":
            del found[known:]  # they count from the beginning of the image's text
        found.append(Construct(name, start, state.pos, state.tokens[-1], label_end))
        return True

    return located


def _delimiters(name: str, rule: Callable[..., bool]) -> Callable[..., bool]:
    """The rule of `*`, `_` or `~~`, noting the place of each token; what becomes of them is decided later."""

    def located(state: Any, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        pending = bool(state.pending)
        if not rule(state, silent):
            return False
        found = state.env.get(_FOUND)
        if not silent and found is not None:
            for token in state.tokens[known + pending :]:
                found.append(Construct(name, start, start + len(token.content), token))
                start += len(token.content)
        return True

    return located


def _constructs(text: str, env: dict[str, Any]) -> list[Construct]:
    """What stands in an inline text: the parser's constructs, and what is left alone in the text between them."""
    parser = _parser()
    found: list[Construct] = []
    parser.inline.parse(text, parser, env | {_FOUND: found}, [])
    for match in _LEFT_ALONE.finditer(text):
        found.append(Construct(match.lastgroup or "", *match.span(), token=None))
    return found


def _events(constructs: list[Construct]) -> Iterator[tuple[Construct, bool | None]]:
    """The constructs in order; a link comes twice, as what opens it and as what closes it (True, False)."""
    events: list[tuple[Construct, bool | None]] = []
    for one in constructs:
        if one.rule == "link":
            events.append((Construct("link", one.start, one.start + 1, one.token), True))
            events.append((Construct("link", one.label_end, one.end, one.token, one.start), False))
        elif one.rule in ("emphasis", "strikethrough"):
            if (length := _PAIRED.get(one.token.type)) is not None:
                start = one.start - 1 if one.token.type == "strong_open" else one.start
                events.append((Construct(one.rule, start, start + length, one.token), one.token.nesting > 0))
        else:
            events.append((one, None))
    return iter(sorted(events, key=lambda event: (event[0].start, -event[0].end)))


def _item(construct: Construct, opens: bool | None, block: Block, text: str, number: int) -> Item:
    span = Span(block.origin[construct.start], block.origin[construct.end])
    raw, inside = span.of(text), block.text[construct.start : construct.end]
    rule, token = construct.rule, construct.token
    if opens is not None:
        if rule == "link" and not opens and raw in ("]", "][]"):  # its text is the name of its address
            raw = f"][{block.text[construct.label_end + 1 : construct.start]}]"
        return Item(Role.OPEN if opens else Role.CLOSE, span, raw, pair=number)
    if rule in ("newline", "escape") and token.type == "hardbreak":
        return Item(Role.BREAK, span, raw)
    if rule == "newline":
        return Item(Role.TEXT, span, raw, " ")
    if rule in ("escape", "entity"):
        return Item(Role.TEXT, span, raw, token.content)
    if rule == "backticks" and token.type == "code_inline":
        words = " ".join(token.content.replace("`", "'").split())
        return Item(Role.KEPT, span, raw, f"`{words}`") if words else Item(Role.BESIDE, span, raw)
    if rule in ("autolink", "address"):
        return Item(Role.KEPT, span, raw, inside.strip("<>"))
    if rule == "html_inline" and (tag := _TAG.fullmatch(raw)) and tag[2].lower() == "br":
        return Item(Role.BREAK, span, raw)
    if rule in ("html_inline", "image", "note"):
        return Item(Role.BESIDE, span, raw)
    if rule in ("definition", "box"):
        return Item(Role.BREAK, span, raw)
    return Item(Role.TEXT, span, raw, inside)


def _plain(block: Block, text: str, start: int, end: int) -> Iterator[Item]:
    """The text between constructs; the escaped pipes of a table, which the parser has unescaped, apart."""
    while start < end:
        pipe = block.text.find("|", start, end) if block.in_table else -1
        stop = end if pipe < 0 else pipe if pipe > start else pipe + 1
        span = Span(block.origin[start], block.origin[stop])
        yield Item(Role.TEXT, span, span.of(text), block.text[start:stop])
        start = stop


def _paired(found: list[Item]) -> list[Item]:
    """The items with each OPEN and its CLOSE under one number."""
    opened: list[int] = []
    paired = []
    for item in found:
        if item.role is Role.OPEN:
            opened.append(item.pair)
        elif item.role is Role.CLOSE and opened:
            item = Item(item.role, item.span, item.raw, pair=opened.pop())
        paired.append(item)
    return paired


def _tags(found: list[Item]) -> list[Item]:
    """The items with the HTML tags that enclose others, and are well nested with them, as pairs."""
    opened: list[tuple[int, str]] = []
    found = list(found)
    for at, item in enumerate(found):
        tag = _TAG.fullmatch(item.raw) if item.role is Role.BESIDE else None
        if item.role is Role.OPEN:
            opened.append((at, ""))
        elif item.role is Role.CLOSE:
            while opened and opened.pop()[1]:
                pass
        elif tag and tag[1] and opened and opened[-1][1] == tag[2].lower():
            start, _ = opened.pop()
            found[start] = Item(Role.OPEN, found[start].span, found[start].raw, pair=-start - 2)
            found[at] = Item(Role.CLOSE, item.span, item.raw, pair=-start - 2)
        elif tag and not tag[1] and not tag[3] and tag[2].lower() not in _EMPTY_TAGS:
            opened.append((at, tag[2].lower()))
    return found


def _front_matter(text: str, lines: Sequence[Span]) -> int:
    """How many lines the front matter has, its fences counted; 0 where there is none."""
    if not lines or not _FRONT_MATTER.match(lines[0].of(text)):
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.of(text).rstrip() in ("---", "..."):
            return number
    return 0


def _origin(content: str, text: str, lines: Sequence[Span], start: int, cell: bool, heading: bool) -> list[int]:
    """Where each character of an inline content stands in the document; nothing where it cannot be found there."""
    origin: list[int] = []
    for number, part in enumerate(content.split("\n")):
        line = lines[number]
        begin = start if number == 0 else line.start
        words = part.lstrip(" \t")
        if number:
            origin.append(lines[number - 1].end)  # of the line feed
        written = words.replace("|", "\\|") if cell else words
        find = text.find if cell or (heading and begin > line.start) else text.rfind
        at = find(written, begin, line.end)
        if at < 0:
            return []
        origin += range(at - len(part) + len(words), at)  # of blanks, which the parser may have made of a tab
        for character in words:
            at += cell and character == "|"  # the escape before it is part of what is before
            origin.append(at)
            at += 1
    origin.append(at)
    return origin
