"""Paragraphs whose words stand in them directly, and in spans that name a style, as OpenDocument has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from translator.document import Span
from translator.markup.office.atoms import OUTSIDE_RUNS, PLAIN, Atom, AtomKind, AtomReader, RunFormat
from translator.markup.office.choices import has_list
from translator.markup.office.odf_styles import OdfStyles
from translator.markup.office.signs import sign_of
from translator.markup.office.tree import CHARACTERS, XmlElement
from translator.markup.office.vocabulary import ElementKind

_BLANKS = re.compile(r"[ \t\r\n]+")
_MAX_BLANKS = 100  # that one element may stand for and be text; more are a layout, and made to do harm where millions
_DATES = ("date", "time")  # at the end of the names of fields that say one
_RUBY_BASE = "text:ruby-base"


@dataclass(slots=True)
class SpanReader(AtomReader):
    """Reads the paragraphs of one part. after_blank: what was read last is a blank, and a blank after it is none."""

    styles: OdfStyles = field(default_factory=OdfStyles)
    after_blank: bool = True

    def atoms(self, paragraph: XmlElement) -> list[Atom]:
        """The atoms of a paragraph; blanks are one where the format says that they are."""
        self.after_blank = True
        return list(self._in_format(paragraph, PLAIN))

    def _in_format(self, parent: XmlElement, format_: RunFormat) -> Iterator[Atom]:
        for child in parent.children:
            kind = self._kind(child)
            if kind is ElementKind.TEXT:
                yield self._said(child, format_)
            elif kind is ElementKind.RUN:
                yield from self._span(child, format_)
            elif kind is ElementKind.BLANKS:
                yield self._blanks(child, format_)
            elif has_list(child):
                yield self._outside(child, AtomKind.BREAK, format_)
            elif kind in (ElementKind.WRAPPER, ElementKind.LINK) or is_fixed_date(child):
                yield from self._around(child, format_, kind is ElementKind.LINK)
            elif kind in OUTSIDE_RUNS:
                yield self._outside(child, OUTSIDE_RUNS[kind], format_)
            elif kind is not ElementKind.HEAD:
                self.after_blank = self.after_blank and not child.children
                if kind is ElementKind.FIELD:
                    yield Atom(AtomKind.FIELD, child.span, _shown(child), format_)
                else:
                    yield Atom(AtomKind.BESIDE, child.span, sign_of(child, self.boxes), format_)

    def _outside(self, element: XmlElement, kind: AtomKind, format_: RunFormat) -> Atom:
        """A break, or an end of a range, which has no format."""
        if kind is not AtomKind.BREAK:
            return Atom(kind, element.span, range=_range(element))
        self.after_blank = False
        return Atom(kind, element.span, "", format_)

    def _said(self, characters: XmlElement, format_: RunFormat) -> Atom:
        text = _BLANKS.sub(" ", characters.text)
        if self.after_blank:
            text = text.removeprefix(" ")
        self.after_blank = text.endswith(" ") if text else self.after_blank
        return Atom(AtomKind.WORDS, characters.span, text, format_)

    def _blanks(self, element: XmlElement, format_: RunFormat) -> Atom:
        self.after_blank = False
        count = element.count("c")
        if count > _MAX_BLANKS:
            return Atom(AtomKind.BREAK, element.span, "", format_)
        return Atom(AtomKind.WORDS, element.span, " " * count, format_)

    def _span(self, element: XmlElement, outer: RunFormat) -> Iterator[Atom]:
        style = element.get("style-name")
        if not self.with_hidden and self.styles.is_hidden("text", style):
            self.hidden += 1
            self.after_blank = False
            yield Atom(AtomKind.BESIDE, element.span, "", outer)
            return
        look = self.styles.look(style)
        inner = outer
        if look:
            opening = Span(element.span.start, element.inner.start)
            inner = RunFormat(f"{outer.key}|{look}", None, (*outer.spans, opening))
        yield from self._in_format(element, inner)

    def _around(self, element: XmlElement, format_: RunFormat, is_link: bool) -> Iterator[Atom]:
        """The atoms of a wrapper; of words with a gloss above them, the words."""
        words = element.child(_RUBY_BASE) or element
        yield Atom(AtomKind.OPEN, Span(element.span.start, words.inner.start), is_link=is_link)
        yield from self._in_format(words, format_)
        yield Atom(AtomKind.CLOSE, Span(words.inner.end, element.span.end))


def _range(element: XmlElement) -> str:
    """What the two ends of a range share."""
    name = element.name.removesuffix("-start").removesuffix("-end")
    return f"{name} {element.get('name') or element.get('change-id') or element.get('id')}"


def is_fixed_date(element: XmlElement) -> bool:
    """Is a field a date or a time of day that no program computes anew, so that it is text?"""
    return element.name.endswith(_DATES) and element.get("fixed") == "true"


def _shown(element: XmlElement) -> str:
    """All characters in an element, in order."""
    return "".join(inner.text for inner in element.walk() if inner.name == CHARACTERS)
