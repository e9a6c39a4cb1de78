"""The inline text of a Markdown block as items.

The constructs are those of CommonMark, `~~` and `inline_extensions`, and with them bare addresses, footnote marks, task
boxes, callouts (`[!NOTE]`) and marked text (`==x==`), which stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from glossary import find_addresses
from translator.document import Span
from translator.formats.markdown.block import Block, BlockKind
from translator.formats.markdown.html_block import attribute_blocks, html_items, text_items
from translator.formats.markdown.inline_extensions import read_attributes
from translator.formats.markdown.line_items import line_ends
from translator.formats.markdown.parser import FOUND, Construct, parser
from translator.formats.markdown.tag_pairs import TAG, paired, with_note_marks, with_tag_pairs
from translator.markup.note_marks import belongs_to_word, is_note
from translator.markup.runs import Item, Role

_LINKS = frozenset({"link", "wiki_link"})
_AROUND_LABEL = _LINKS | {"marked", "bracketed_span"}  # they come as what opens and what closes them
# The signs of a pair: where they begin, from where the parser tells of them, and how many they are.
_PAIRED = {
    "em_open": (0, 1),
    "em_close": (0, 1),
    "strong_open": (-1, 2),
    "strong_close": (0, 2),
    "s_open": (0, 2),
    "s_close": (0, 2),
}
_TITLE = re.compile(r"""[\s>]([\"'(])(?P<title>[^\\&]+)[\"')][ \t]*\)\Z""")
_LEFT_ALONE = re.compile(
    r"""(?P<note>\[\^[^\]\s]+\])(?P<definition>:[ \t]*)?
    | (?P<box>(?:\A|(?<=\n))(?:\[[ xX/<>!?*"~-]\][ \t]+ | \[![\w-]+(?:\|[^\[\]\n]*)?\][-+]?[ \t]*))""",
    re.VERBOSE,
)
_END_OF_TITLE = re.compile(r"^\[![\w-]+(?:\|[^\[\]\n]*)?\].*?(?P<end>\\?\n[ \t]*)", re.MULTILINE)
# What may stand in marked or inserted text: letters, escaped signs, `a_b`, and other marks that are whole in it.
_PLAIN = r"(?:[^=+*_`\[\]<>~$\\\n]|\\[!-/:-@\[-`{-~]|(?<=\w)_(?=\w))"
_WHOLE = rf"""
    (?P<stars>\*{{1,3}}|~~)(?>{_PLAIN}+)(?P=stars)
    | \[(?>{_PLAIN}+)\]\([^()\s]*\)
    | `[^`\n]+`
    | <(?P<tag>[a-z]+)(?:\s[^<>]*)?>(?>{_PLAIN}+)</(?P=tag)>
"""
_MARKED = re.compile(
    rf"""(?:\{{(?P<critic>==|\+\+|--) | (?<![=+{{])(?P<sign>==|\+\+))
    (?=[^\s=+])(?P<words>(?:{_PLAIN}|{_WHOLE}){{1,1000}}?)(?<!\s)
    (?(sign)(?P=sign)(?![=+]) | (?P=critic)\}})""",
    re.VERBOSE,
)
_RAISED = re.compile(r"(?<![\\^\[])\^(?P<raised>[^\s^]{1,40})\^(?!\w)")  # as Pandoc writes it
_WITHOUT_WORDS = frozenset({
    "html_inline", "image", "note", "attributes", "template", "contents", "embed", "citation", "comment", "inline_note",
    "block_id", "raised",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """A construct in the order of the text. opens: whether it opens or closes a pair of marks; None for neither."""

    construct: Construct
    opens: bool | None = None


def items(block: Block, text: str, references: dict[str, Any]) -> tuple[list[Item], list[Block]]:
    """A block's text as items; and the blocks inside it: the texts of its images, the titles of its links."""
    if block.kind is BlockKind.TITLE:
        return list(_plain(block, text, 0, len(block.text))), []
    if block.kind is BlockKind.ATTRIBUTE:
        return list(text_items(block, text, Span(0, len(block.text)))), []
    if block.kind is BlockKind.HTML:
        of_block, of_tags = html_items(block, text)
        return with_note_marks(with_tag_pairs(of_block), text), of_tags
    inner: list[Block] = []
    found: list[Item] = []
    done = 0
    for number, event in enumerate(_events(_constructs(block.text, references))):
        construct = event.construct
        if construct.start < done:
            continue
        found += _plain(block, text, done, construct.start)
        inner += _inner(event, block)
        item = _item(event, block, text, number)
        if construct.rule == "attributes" and found and found[-1].role in (Role.CLOSE, Role.KEPT):
            item = _glued(found.pop(), item)  # they are those of the mark before them
        found.append(item)
        done = construct.end
    found += _plain(block, text, done, len(block.text))
    return with_note_marks(with_tag_pairs(paired(found)), text), inner


def _inner(event: Event, block: Block) -> Iterator[Block]:
    """The blocks inside a construct: the text of an image or a note, a title, the attributes of a tag."""
    construct = event.construct
    within = Span(construct.start, construct.end)
    if construct.rule == "image":
        yield _part(block, construct.label, block.kind)
    elif construct.rule == "inline_note":
        yield _part(block, Span(construct.start + len("^["), construct.end - len("]")), block.kind)
    elif construct.rule == "html_inline":
        yield from attribute_blocks(block, within)
    elif construct.rule in ("attributes", "template", "bracketed_span"):
        for value in read_attributes(block.text, within):
            yield _part(block, value, BlockKind.TITLE)
    title = _title(event, block)
    if title is not None:
        yield title


def _part(block: Block, span: Span, kind: BlockKind) -> Block:
    """A part of a block as one of its own."""
    return Block(span.of(block.text), block.origin[span.start : span.end + 1], block.line, kind)


def _glued(mark: Item, attributes: Item) -> Item:
    return replace(mark, span=Span(mark.span.start, attributes.span.end), raw=mark.raw + attributes.raw)


def _title(event: Event, block: Block) -> Block | None:
    """The title of a link or an image, `[peta](p.md "Peta")`, where it is written as it reads."""
    construct = event.construct
    if construct.rule not in ("link", "image") or event.opens is True:
        return None
    found = _TITLE.search(block.text, construct.label.end, construct.end)
    if found is None or found["title"] != construct.token.attrs.get("title"):
        return None
    return _part(block, Span(*found.span("title")), BlockKind.TITLE)


def _constructs(text: str, references: dict[str, Any]) -> list[Construct]:
    """What stands in an inline text: the parser's constructs, and what is left alone in the text between them."""
    markdown = parser()
    found: list[Construct] = []
    markdown.inline.parse(text, markdown, references | {FOUND: found}, [])
    for match in _LEFT_ALONE.finditer(text):
        found.append(Construct(match.lastgroup or "", *match.span(), token=None))
    for match in _MARKED.finditer(text):
        found.append(Construct("marked", *match.span(), token=None, label=Span(*match.span("words"))))
    for match in _RAISED.finditer(text):
        before, after = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 1]
        if is_note(match["raised"]) and not belongs_to_word(before, after):
            found.append(Construct("raised", *match.span(), token=None))
    titles = [Construct("box", *match.span("end"), token=None) for match in _END_OF_TITLE.finditer(text)]
    lines = [Construct("box", *span, token=None) for span in line_ends(text)]
    return [*titles, *lines, *found, *_addresses(text)]  # where two are equal, the first counts


def _addresses(text: str) -> Iterator[Construct]:
    """The bare addresses; one in the text of a link ends with that, before the marks at its end."""
    for start, end in find_addresses(text):
        label_end = text.find("](", start, end)
        if label_end >= 0:
            end = start + len(text[start:label_end].rstrip("*_~"))
        yield Construct("address", start, end, token=None)


def _events(constructs: list[Construct]) -> list[Event]:
    """The constructs in order; a link or marked text comes twice, as what opens it and as what closes it."""
    events: list[Event] = []
    for one in constructs:
        if one.rule in _AROUND_LABEL:
            start, end = one.label
            events.append(Event(Construct(one.rule, one.start, start, one.token, one.label), True))
            events.append(Event(Construct(one.rule, end, one.end, one.token, one.label), False))
        elif one.rule in ("emphasis", "strikethrough"):
            signs = _PAIRED.get(one.token.type)
            if signs is None:
                continue
            shift, length = signs
            start = one.start + shift
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
        return Item(Role.OPEN, span, raw, pair=number, is_link=construct.rule in _LINKS)
    if event.opens is False:
        return Item(Role.CLOSE, span, _closing(construct, raw, block), pair=number)
    return _single(construct, span, raw, block.text[construct.start : construct.end])


def _closing(construct: Construct, raw: str, block: Block) -> str:
    """What closes a pair; a link whose text is the name of its address keeps that name: `[peta]` as `][peta]`."""
    if construct.rule != "link" or raw not in ("]", "][]"):
        return raw
    return f"][{construct.label.of(block.text)}]"


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
    if rule in _KEPT_WORDS:
        return Item(Role.KEPT, span, raw, _KEPT_WORDS[rule](inside))
    if rule in _WITHOUT_WORDS:
        return Item(Role.BESIDE, span, raw)
    return Item(Role.TEXT, span, raw, inside)


def _as_code(written: str) -> str:
    plain = written.strip("$").removeprefix("[[").removesuffix("]]")
    words = " ".join(plain.replace("`", "'").split())
    return f"`{words}`"


def _address(written: str) -> str:
    return written.strip("<>")


def _placeholder(written: str) -> str:
    return "".join(written.split())


# What a reader sees of a construct whose words stay.
_KEPT_WORDS = {
    "placeholder": _placeholder,
    "autolink": _address,
    "address": _address,
    **dict.fromkeys(("math", "wiki_page", "citation_in_text", "tag", "tex", "emoji", "substitution"), _as_code),
}


def _is_hard_break(construct: Construct, raw: str) -> bool:
    if construct.rule in ("newline", "escape"):
        return bool(construct.token.type == "hardbreak")
    if construct.rule != "html_inline":
        return False
    tag = TAG.fullmatch(raw)
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
