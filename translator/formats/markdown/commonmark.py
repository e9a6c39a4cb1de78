"""Markdown's constructs with their offsets: markdown-it's parser, asked where each construct stands.

The blocks are those of CommonMark and GitHub's tables. The inline constructs are those of CommonMark and `~~`, and
with them bare addresses, footnote marks, task boxes and `[!NOTE]`, which are kept as they are.
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

_FOUND = "padan"  # the key of the parser's environment under which the constructs that it finds are collected
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
    """A row of inline text. origin: for each character of `text`, and for its end, its place in the document."""

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


@dataclass(frozen=True, slots=True)
class Event:
    """A construct in the order of the text. opens: whether it opens or closes a pair of marks; None for neither."""

    construct: Construct
    opens: bool | None = None


def blocks(text: str, lines: Sequence[Span]) -> tuple[list[Block], dict[str, Any]]:
    """The rows of inline text of a document, whose `lines` are given without their ends; and its link references."""
    references: dict[str, Any] = {}
    tokens: list[Any] = []
    hidden = _front_matter(text, lines)
    source = ["" if number < hidden else line.of(text) for number, line in enumerate(lines)]
    parser = _parser()
    parser.block.parse("\n".join(source), parser, references, tokens)
    found = []
    tables_open = 0
    cursor = (0, 0)  # the line of the last block, and where in the document that block ends
    for before, token in zip([None, *tokens], tokens, strict=False):
        tables_open += (token.type == "table_open") - (token.type == "table_close")
        if token.type != "inline" or not token.content or before is None:
            continue
        line = token.map[0]
        in_table = tables_open > 0
        start = cursor[1] if in_table and cursor[0] == line else lines[line].start
        is_heading = before.type == "heading_open"
        if is_heading and before.markup.startswith("#"):
            start = text.index(before.markup, start) + len(before.markup)
        origin = _origin(token.content, text, lines[line:], start, in_table, is_heading)
        if origin:
            cursor = line, origin[-1]
            found.append(Block(token.content, origin, line + 1, in_table))
    return found, references


def items(block: Block, text: str, references: dict[str, Any]) -> tuple[list[Item], list[Block]]:
    """A block's text as items; and the texts of its images, which are blocks of their own."""
    images: list[Block] = []
    found: list[Item] = []
    done = 0
    for number, event in enumerate(_events(_constructs(block.text, references))):
        construct = event.construct
        if construct.start < done:
            continue
        found += _plain(block, text, done, construct.start)
        if construct.rule == "image":
            images.append(_image_text(construct, block))
        found.append(_item(event, block, text, number))
        done = construct.end
    found += _plain(block, text, done, len(block.text))
    return _with_tag_pairs(_paired(found)), images


def _image_text(construct: Construct, block: Block) -> Block:
    start = construct.start + len("![")
    end = construct.label_end
    return Block(block.text[start:end], block.origin[start : end + 1], block.line, block.in_table)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt, rules_block, rules_inline

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
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
        parser.inline.ruler.at(name, _located(name, rule))
    for name in ("emphasis", "strikethrough"):
        parser.inline.ruler.at(name, _delimiters(name, getattr(rules_inline, name).tokenize))
    reference = rules_block.reference

    def no_footnote(state: Any, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        if state.src.startswith("[^", at):
            return False
        return reference(state, start, end, silent)

    parser.block.ruler.at("reference", no_footnote)
    return parser


def _located(name: str, rule: Callable[..., bool]) -> Callable[..., bool]:
    """The rule, noting what it finds."""

    def located(state: Any, silent: bool) -> bool:
        start = state.pos
        tokens = len(state.tokens)
        found = state.env.get(_FOUND)
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
        found.append(Construct(name, start, state.pos, state.tokens[-1], label_end))
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
        found = state.env.get(_FOUND)
        if silent or found is None:
            return True
        for token in state.tokens[known + pending :]:
            found.append(Construct(name, start, start + len(token.content), token))
            start += len(token.content)
        return True

    return located


def _constructs(text: str, references: dict[str, Any]) -> list[Construct]:
    """What stands in an inline text: the parser's constructs, and what is left alone in the text between them."""
    parser = _parser()
    found: list[Construct] = []
    parser.inline.parse(text, parser, references | {_FOUND: found}, [])
    for match in _LEFT_ALONE.finditer(text):
        found.append(Construct(match.lastgroup or "", *match.span(), token=None))
    return found


def _events(constructs: list[Construct]) -> list[Event]:
    """The constructs in order; a link comes twice, as what opens it and as what closes it."""
    events: list[Event] = []
    for one in constructs:
        if one.rule == "link":
            events.append(Event(Construct("link", one.start, one.start + 1, one.token), True))
            events.append(Event(Construct("link", one.label_end, one.end, one.token, one.start), False))
        elif one.rule in ("emphasis", "strikethrough"):
            length = _PAIRED.get(one.token.type)
            if length is None:
                continue
            start = one.start - 1 if one.token.type == "strong_open" else one.start
            events.append(Event(Construct(one.rule, start, start + length, one.token), one.token.nesting > 0))
        else:
            events.append(Event(one))
    events.sort(key=lambda event: (event.construct.start, -event.construct.end))
    return events


def _item(event: Event, block: Block, text: str, number: int) -> Item:
    construct = event.construct
    span = Span(block.origin[construct.start], block.origin[construct.end])
    raw = span.of(text)
    if event.opens is True:
        return Item(Role.OPEN, span, raw, pair=number, is_link=construct.rule == "link")
    if event.opens is False:
        return Item(Role.CLOSE, span, _closing(construct, raw, block), pair=number)
    return _single(construct, span, raw, block.text[construct.start : construct.end])


def _closing(construct: Construct, raw: str, block: Block) -> str:
    """What closes a pair; a link whose text is the name of its address keeps that name: `[peta]` as `][peta]`."""
    if construct.rule != "link" or raw not in ("]", "][]"):
        return raw
    return f"][{block.text[construct.label_end + 1 : construct.start]}]"


def _single(construct: Construct, span: Span, raw: str, inside: str) -> Item:
    """The item of a construct that is no pair. inside: its text in the block."""
    rule = construct.rule
    token = construct.token
    is_break = rule in ("definition", "box") or _is_hard_break(construct, raw)
    if is_break:
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
    if rule in ("html_inline", "image", "note"):
        return Item(Role.BESIDE, span, raw)
    return Item(Role.TEXT, span, raw, inside)


def _is_hard_break(construct: Construct, raw: str) -> bool:
    if construct.rule in ("newline", "escape"):
        return bool(construct.token.type == "hardbreak")
    if construct.rule != "html_inline":
        return False
    tag = _TAG.fullmatch(raw)
    return tag is not None and tag[2].lower() == "br"


def _plain(block: Block, text: str, start: int, end: int) -> Iterator[Item]:
    """The text between constructs; the escaped pipes of a table, which the parser has unescaped, stand alone."""
    while start < end:
        pipe = block.text.find("|", start, end) if block.in_table else -1
        if pipe < 0:
            stop = end
        elif pipe > start:
            stop = pipe
        else:
            stop = pipe + 1
        span = Span(block.origin[start], block.origin[stop])
        yield Item(Role.TEXT, span, span.of(text), block.text[start:stop])
        start = stop


def _paired(found: list[Item]) -> list[Item]:
    """The items, with each OPEN and its CLOSE under one number."""
    opened: list[int] = []
    paired = []
    for item in found:
        if item.role is Role.OPEN:
            opened.append(item.pair)
        elif item.role is Role.CLOSE and opened:
            item = Item(item.role, item.span, item.raw, pair=opened.pop())
        paired.append(item)
    return paired


def _with_tag_pairs(items: list[Item]) -> list[Item]:
    """The items, with the HTML tags that enclose others, and are well nested with them, made pairs."""
    opened: list[tuple[int, str]] = []  # of each tag that is open, its place and name; other marks have no name
    found = list(items)
    for at, item in enumerate(items):
        if item.role is Role.OPEN:
            opened.append((at, ""))
        elif item.role is Role.CLOSE:
            _forget_tags(opened)
        elif item.role is Role.BESIDE:
            _pair_tag(at, found, opened)
    return found


def _forget_tags(opened: list[tuple[int, str]]) -> None:
    """Forget the last mark that is open and is no tag, and the tags in it, which are not well nested."""
    while opened:
        _, name = opened.pop()
        if not name:
            return


def _pair_tag(at: int, found: list[Item], opened: list[tuple[int, str]]) -> None:
    item = found[at]
    tag = _TAG.fullmatch(item.raw)
    if tag is None:
        return
    name = tag[2].lower()
    if tag[1]:
        if opened and opened[-1][1] == name:
            start, _ = opened.pop()
            pair = -start - 2  # below -1, so that it is no other pair's number
            opening = found[start]
            found[start] = Item(Role.OPEN, opening.span, opening.raw, pair=pair, is_link=name == "a")
            found[at] = Item(Role.CLOSE, item.span, item.raw, pair=pair)
        return
    if not tag[3] and name not in _EMPTY_TAGS:
        opened.append((at, name))


def _front_matter(text: str, lines: Sequence[Span]) -> int:
    """How many lines the front matter has, its fences counted; 0 where there is none."""
    if not lines or not _FRONT_MATTER.match(lines[0].of(text)):
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.of(text).rstrip() in ("---", "..."):
            return number
    return 0


def _origin(content: str, text: str, lines: Sequence[Span], start: int, in_table: bool, is_heading: bool) -> list[int]:
    """For each character of an inline content its place in the document; nothing where it cannot be found there."""
    origin: list[int] = []
    at = start
    for number, part in enumerate(content.split("\n")):
        line = lines[number]
        begin = start if number == 0 else line.start
        words = part.lstrip(" \t")
        written = words.replace("|", "\\|") if in_table else words
        from_left = in_table or (is_heading and begin > line.start)
        find = text.find if from_left else text.rfind
        at = find(written, begin, line.end)
        if at < 0:
            return []
        if number:
            origin.append(lines[number - 1].end)  # of the line feed
        origin += range(at - len(part) + len(words), at)  # of blanks, which the parser may have made of a tab
        for character in words:
            at += in_table and character == "|"  # the escape before it is part of what is before
            origin.append(at)
            at += 1
    origin.append(at)
    return origin
