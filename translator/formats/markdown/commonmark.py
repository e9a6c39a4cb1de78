"""Markdown's constructs with their offsets: markdown-it's parser, asked where each construct stands.

The blocks are those of CommonMark, GitHub's tables and `extensions`. The inline constructs are those of CommonMark,
`~~` and `extensions`, and with them bare addresses, footnote marks, task boxes and `[!NOTE]`, which stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from translator.document import Span
from translator.formats.markdown import extensions
from translator.formats.markdown.block import Block, BlockKind
from translator.formats.markdown.html_block import html_items
from translator.markup.runs import Item, Role

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FOUND = "padan"  # the key of the parser's environment under which the constructs that it finds are collected
_PAIRED = {"em_open": 1, "em_close": 1, "strong_open": 2, "strong_close": 2, "s_open": 2, "s_close": 2}
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}  # of front matter: what opens it, and what closes it
_TITLE = re.compile(r"""[\s>]([\"'(])(?P<title>[^\\&]+)[\"')][ \t]*\)\Z""")
_LEFT_ALONE = re.compile(
    r"""(?P<address>(?<![^\W_])(?:[A-Za-z][A-Za-z0-9+.-]{1,15}://|www\.)[^\s<>|"”`\\]+)
    | (?P<note>\[\^[^\]\s]+\])(?P<definition>:[ \t]*)?
    | (?P<box>(?:\A|(?<=\n))(?:\[[ xX]\][ \t]+ | \[![A-Za-z]+\][-+]?[ \t]*))""",
    re.VERBOSE,
)
_PUNCTUATION = frozenset(".,;:!?'*_~([{")  # not the end of an address
_OPENING = {")": "(", "]": "[", "}": "{"}
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)[^>]*?(/?)>", re.DOTALL)
_WITHOUT_WORDS = frozenset({"html_inline", "image", "note", "attributes", "template", "contents"})
_EMPTY_TAGS = frozenset({"br", "hr", "img", "input", "wbr", "area", "col", "embed", "link", "meta", "source"})


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
    kind = BlockKind.MARKDOWN
    cursor = (0, 0)  # the line of the last block, and where in the document that block ends
    opening = None  # the token before
    for token in tokens:
        kind = _kind_in(token, kind)
        block = None
        if token.type == "inline":
            line = token.map[0]
            start = cursor[1] if kind is BlockKind.CELL and cursor[0] == line else lines[line].start
            block = _block(token, opening, start, kind, text, lines)
        elif token.type == "html_block":
            block = _html_block(token, text, lines)
        if block is not None:
            cursor = block.line - 1, block.origin[-1]
            found.append(block)
        opening = token
    return found, references


def _kind_in(token: Any, kind: BlockKind) -> BlockKind:
    """What the text after a token is written in; `kind` is that before it."""
    if token.type == "table_open":
        return BlockKind.CELL
    if token.type == "table_close":
        return BlockKind.MARKDOWN
    return kind


def _block(token: Any, opening: Any, start: int, kind: BlockKind, text: str, lines: Sequence[Span]) -> Block | None:
    """The block of an inline token, looked for from `start` on; None where it is empty or not found."""
    if not token.content:
        return None
    is_heading = opening.type == "heading_open"
    if is_heading and opening.markup.startswith("#"):
        start = text.index(opening.markup, start) + len(opening.markup)
    line = token.map[0]
    origin = _origin(token.content, text, lines, line, start, kind is BlockKind.CELL, is_heading)
    if origin:
        return Block(token.content, origin, line + 1, kind, is_heading)
    return None


def _html_block(token: Any, text: str, lines: Sequence[Span]) -> Block | None:
    content = token.content.rstrip("\n")
    line = token.map[0]
    origin = _origin(content, text, lines, line, lines[line].start, False, False)
    if origin:
        return Block(content, origin, line + 1, BlockKind.HTML)
    return None


def items(block: Block, text: str, references: dict[str, Any]) -> tuple[list[Item], list[Block]]:
    """A block's text as items; and the blocks inside it: the texts of its images, the titles of its links."""
    if block.kind is BlockKind.TITLE:
        return list(_plain(block, text, 0, len(block.text))), []
    if block.kind is BlockKind.HTML:
        return _with_tag_pairs(html_items(block, text)), []
    inner: list[Block] = []
    found: list[Item] = []
    done = 0
    for number, event in enumerate(_events(_constructs(block.text, references))):
        construct = event.construct
        if construct.start < done:
            continue
        found += _plain(block, text, done, construct.start)
        if construct.rule == "image":
            inner.append(_image_text(construct, block))
        title = _title(event, block)
        if title is not None:
            inner.append(title)
        item = _item(event, block, text, number)
        if construct.rule == "attributes" and found and found[-1].role in (Role.CLOSE, Role.KEPT):
            item = _glued(found.pop(), item)  # they are those of the mark before them
        found.append(item)
        done = construct.end
    found += _plain(block, text, done, len(block.text))
    return _with_tag_pairs(_paired(found)), inner


def _glued(mark: Item, attributes: Item) -> Item:
    return replace(mark, span=Span(mark.span.start, attributes.span.end), raw=mark.raw + attributes.raw)


def _image_text(construct: Construct, block: Block) -> Block:
    start = construct.start + len("![")
    end = construct.label_end
    return Block(block.text[start:end], block.origin[start : end + 1], block.line, block.kind)


def _title(event: Event, block: Block) -> Block | None:
    """The title of a link or an image, `[peta](p.md "Peta")`, where it is written as it reads."""
    construct = event.construct
    if construct.rule not in ("link", "image") or event.opens is True:
        return None
    start = construct.start if construct.rule == "link" else construct.label_end
    found = _TITLE.search(block.text, start, construct.end)
    title = construct.token.attrs.get("title") if found else None
    if found is None or found["title"] != title:
        return None
    first, last = found.span("title")
    return Block(title, block.origin[first : last + 1], block.line, BlockKind.TITLE)


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
    for name, end_of in extensions.INLINE.items():
        rule = _located(name, extensions.inline_rule(end_of))
        parser.inline.ruler.before("escape", name, rule)
    for name, (block_rule, interrupted) in extensions.BLOCKS.items():
        parser.block.ruler.before("code", name, block_rule, {"alt": interrupted})
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
        start, end = match.span()
        if match.lastgroup == "address":
            end = _end_of_address(text, start, end)
        found.append(Construct(match.lastgroup or "", start, end, token=None))
    return found


def _end_of_address(text: str, start: int, end: int) -> int:
    """Where an address ends: before punctuation at its end, and before a bracket that it does not open.

    Source: GitHub's extended autolinks, https://github.github.com/gfm/#autolinks-extension-
    """
    unopened = {}
    for closing, opening in _OPENING.items():
        unopened[closing] = text.count(closing, start, end) - text.count(opening, start, end)
    while end > start:
        last = text[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in _PUNCTUATION:
            return end
        end -= 1
    return end


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
        if words:
            return Item(Role.KEPT, span, raw, f"`{words}`")
        return Item(Role.BESIDE, span, raw)
    if rule == "math":
        words = " ".join(inside.strip("$").replace("`", "'").split())
        return Item(Role.KEPT, span, raw, f"`{words}`")
    if rule == "placeholder":
        return Item(Role.KEPT, span, raw, "".join(inside.split()))
    if rule in ("autolink", "address"):
        return Item(Role.KEPT, span, raw, inside.strip("<>"))
    if rule in _WITHOUT_WORDS:
        return Item(Role.BESIDE, span, raw)
    return Item(Role.TEXT, span, raw, inside)


def _is_hard_break(construct: Construct, raw: str) -> bool:
    if construct.rule in ("newline", "escape"):
        return bool(construct.token.type == "hardbreak")
    if construct.rule != "html_inline":
        return False
    tag = _TAG.fullmatch(raw)
    if tag is None:
        return False
    return tag[2].lower() == "br"


def _plain(block: Block, text: str, start: int, end: int) -> Iterator[Item]:
    """The text between constructs; the escaped pipes of a table, which the parser has unescaped, stand alone."""
    while start < end:
        pipe = block.text.find("|", start, end) if block.kind is BlockKind.CELL else -1
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
    closing = _FENCES.get(lines[0].of(text).rstrip(" \t"))
    if closing is None:
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.of(text).rstrip() in closing:
            return number
    return 0


def _origin(
    content: str, text: str, lines: Sequence[Span], first: int, start: int, in_table: bool, is_heading: bool
) -> list[int]:
    """For each character of a content its place in the document; nothing where it cannot be found there.

    first: the number of its first line. start: where in that line it is looked for.
    """
    origin: list[int] = []
    at = start
    for number, part in enumerate(content.split("\n")):
        line = lines[first + number]
        begin = start if number == 0 else line.start
        words = part.lstrip(" \t")
        written = words.replace("|", "\\|") if in_table else words
        from_left = in_table or (is_heading and begin > line.start)
        find = text.find if from_left else text.rfind
        at = find(written, begin, line.end)
        if at < 0:
            return []
        if number:
            origin.append(lines[first + number - 1].end)  # of the line feed
        origin += range(at - len(part) + len(words), at)  # of blanks, which the parser may have made of a tab
        for character in words:
            at += in_table and character == "|"  # the escape before it is part of what is before
            origin.append(at)
            at += 1
    origin.append(at)
    return origin
