"""What people write inside a sentence of Markdown beyond CommonMark: rules for markdown-it's parser.

Math, template tags, attribute lists, spans, marks for the table of contents, wiki links, embeds, citations, comments,
inline notes, tags, TeX commands, emoji, substitutions. Sources: the manuals of pandoc, Python-Markdown, Kramdown, Hugo,
Obsidian, GitLab and CriticMarkup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from translator.document import Span

Rule = Callable[..., bool]
EndOf = Callable[[str, int], int]  # where a construct ends that begins at a place of a text; -1 where none does

MAX_LENGTH = 1000  # characters of an inline construct of this page: the search for its end must stay linear

_NO_LINK = r"(?![(\[:])"  # what is in brackets is the text of a link where one of these follows
_KEY = r"@(?:\{[^{}\s]{1,200}\}|(?>[A-Za-z_](?:\w|[:.#$%&+?<>~/-](?=\w)){0,200}))"

_MATH = re.compile(r"\$(?![\s$])(?:[^$\\\n]|\\.|\n(?!\s*\n)){1,1000}(?<!\s)\$(?!\w)")
_ATTRIBUTES = re.compile(
    r"\{(?:: ?)?[#.][A-Za-z_-][^{}\n]{0,1000}\}|\{:[^{}\n]{1,1000}\}|\{[A-Za-z][\w-]{0,40}=[^{}\n]{1,1000}\}"
)
_READ_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(?:title|subtitle|summary|caption|alt|(?:fig|tbl|lst)-(?:cap|alt))=
    (?: "(?P<double>[^"\\\n]{1,1000})" | '(?P<single>[^'\\\n]{1,1000})' )""",
    re.VERBOSE,
)
_CONTENTS = re.compile(rf"\[\[_?TOC_?\]\]|\[_?TOC_?\]{_NO_LINK}", re.IGNORECASE)
_TEMPLATES = (("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{#", "#}"))
_EMBED = re.compile(r"!\[\[[^\[\]\n]{1,1000}\]\]")
_WIKI_PAGE = re.compile(rf"\[\[(?! )[^\[\]\n]{{1,1000}}\]\]{_NO_LINK}")
_WIKI_LINK = re.compile(rf"\[\[(?P<first>(?! )[^\[\]|\n]{{1,1000}})\|(?P<second>[^\[\]|]{{1,1000}})\]\]{_NO_LINK}")
_ADDRESS = re.compile(r"[a-z]{2,20}://\S+|[/#]\S+|\S+\.md", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_CITATION = re.compile(rf"\[(?:[^\[\]@]{{1,200}}(?=@\w{{0,200}}\d)|-)?{_KEY}[^\[\]]{{0,1000}}+\]{_NO_LINK}")
_CITATION_IN_TEXT = re.compile(rf"(?<![\w@/.])-?{_KEY}(?:[ ]\[(?!\^)[^\[\]\d]{{0,40}}\d[^\[\]]{{0,40}}\]{_NO_LINK})?")
_COMMENT = re.compile(r"(?<!\d)%%(?!%)(?>(?:[^%]|%(?!%)){1,1000})%%|\{>>(?>(?:[^<]|<(?!<)){1,1000})<<\}")
_SUBSTITUTION = re.compile(r"\{~~[^{}\n]{1,1000}~>[^{}\n]{0,1000}~~\}")
_NOTE = re.compile(r"\^\[(?:[^\[\]\\]|\\.|\[[^\[\]]{0,1000}\]){1,1000}\]")
_TAG = re.compile(r"(?<![^\s(])#[^\W\d]\w{0,100}(?:[/-]\w{1,100}){1,10}")
_BLOCK_ID = re.compile(r"(?<!\S)\^[A-Za-z0-9-]{1,100}(?=\s*\Z)")
_TEX = re.compile(
    r"(?<!\\)\\(?!text|emph|underline|footnote|caption|(?:sub)*section)[A-Za-z]{1,40}\*?"
    r"(?:\[[^\[\]\n]{0,200}\]|\{[^{}\n]{0,1000}\}){1,5}"
    r"|(?<![\w:\\])\\[A-Za-z]{2,40}(?![\w\\[{])"
)  # the words in braces of \textbf{..} and the like are text
_EMOJI = re.compile(r"(?<![\w:]):(?:[a-z][a-z0-9_+-]{1,60}|[+-]1):(?![\w:])")


def _math_end(text: str, at: int) -> int:
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


def _template_end(text: str, at: int) -> int:
    """Where a template tag ends that writes no words, such as `{% endif %}`, or -1."""
    for opening, closing in _TEMPLATES:
        if text.startswith(opening, at):
            end = text.find(closing, at + len(opening), at + MAX_LENGTH)
            if end >= 0:
                return end + len(closing)
    return -1


def _placeholder_end(text: str, at: int) -> int:
    """Where a placeholder ends that stands for words, `{{ nama }}`, or -1."""
    if not text.startswith("{{", at):
        return -1
    end = text.find("}}", at + 2, at + MAX_LENGTH)
    if end > at + 2:
        return end + 2
    return -1


def _end_of(pattern: re.Pattern[str]) -> EndOf:
    def end_of(text: str, at: int) -> int:
        found = pattern.match(text, at)
        if found:
            return found.end()
        return -1

    return end_of


# In the order in which they are tried.
_ENDS: dict[str, EndOf] = {
    "math": _math_end,
    "attributes": _end_of(_ATTRIBUTES),
    "template": _template_end,
    "placeholder": _placeholder_end,
    "contents": _end_of(_CONTENTS),
    "embed": _end_of(_EMBED),
    "wiki_page": _end_of(_WIKI_PAGE),
    "citation": _end_of(_CITATION),
    "citation_in_text": _end_of(_CITATION_IN_TEXT),
    "comment": _end_of(_COMMENT),
    "substitution": _end_of(_SUBSTITUTION),
    "inline_note": _end_of(_NOTE),
    "tag": _end_of(_TAG),
    "block_id": _end_of(_BLOCK_ID),
    "tex": _end_of(_TEX),
    "emoji": _end_of(_EMOJI),
}


def _rule(end_of: EndOf) -> Rule:
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


def _wiki_link(state: Any) -> tuple[Span, int] | None:
    """The text and the end of the wiki link `[[target|text]]` that begins here; None where there is no such link.

    Obsidian, MediaWiki and Foam write the target first; the wikis of GitHub and GitLab (Gollum) write the text first.
    That order is seen only where an address or the name of a page stands behind the text.
    """
    found = _WIKI_LINK.match(state.src, state.pos)
    if found is None:
        return None
    first, second = found["first"], found["second"]
    is_text_first = not _ADDRESS.fullmatch(first) and (_ADDRESS.fullmatch(second) or _is_page_of(second, first))
    return Span(*found.span("first" if is_text_first else "second")), found.end()


def _is_page_of(name: str, text: str) -> bool:
    """Is it the name that a wiki gives the page with this title: its words with hyphens or underscores for blanks?"""
    if " " not in text.strip():
        return False
    return name.lower().replace("_", "-") == "-".join(_WORD.findall(text.lower()))


def _bracketed_span(state: Any) -> tuple[Span, int] | None:
    """The text and the end of the span `[text]{.class}` that begins here; None where there is none."""
    start = state.pos
    if not state.src.startswith("[", start) or state.src.find("]{", start, start + MAX_LENGTH) < 0:
        return None
    end = state.md.helpers.parseLinkLabel(state, start)
    state.pos = start
    found = _ATTRIBUTES.match(state.src, end + 1) if end > start + 1 else None
    if found is None:
        return None
    return Span(start + 1, end), found.end()


def _around(label_of: Callable[[Any], tuple[Span, int] | None]) -> Rule:
    """The parser's rule for a construct around a text, its label, which may hold other constructs."""

    def rule(state: Any, silent: bool) -> bool:
        found = label_of(state)
        last = state.posMax
        if found is None or found[1] > last:
            return False
        label, end = found
        if not silent:
            state.push("link_open", "a", 1).meta["label"] = label
            state.pos, state.posMax = label
            state.md.inline.tokenize(state)
            state.push("link_close", "a", -1)
        state.pos, state.posMax = end, last
        return True

    return rule


INLINE: dict[str, Rule] = {
    "wiki_link": _around(_wiki_link),
    "bracketed_span": _around(_bracketed_span),
    **{name: _rule(end_of) for name, end_of in _ENDS.items()},
}


def is_attribute_list(text: str | None) -> bool:
    """Is it a list such as `{#id .class}`? A name in braces, `{note}`, is none."""
    return text is not None and _ATTRIBUTES.fullmatch(text) is not None


def read_attributes(text: str, within: Span) -> Iterator[Span]:
    """The values that people read or hear of the attributes of a list or a template tag, such as title="Judul"."""
    for found in _READ_ATTRIBUTE.finditer(text, *within):
        yield Span(*found.span(found.lastgroup or 0))
