"""The page: source and translation side by side, terms coloured, findings beside their sentence, words linked.

The page is one file that loads nothing from elsewhere; its content security policy allows its own style and script and
no other. Its head holds the stamp, and the sha256 of the translation that it was written with.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from translator.bilingual.base import BilingualRow, chunked, head_of, holds_checksum, name_of, rows
from translator.bilingual.pair_values import pharaoh
from translator.bitext import Bitext, Pair, Status, TermUse
from translator.document import Span

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

SUFFIX = ".html"
GENERATOR = b'<meta name="generator" content="Padan">'
CHECKSUM = b'<meta name="padan:translation-sha256" content="%s">'
OWN_WORDS = frozenset({Status.NATURAL, Status.N_BEST})
LAST_RESORT = frozenset({Status.SPLICED, Status.MISSING})
WORD = re.compile(r"\S+")


def render(bitext: Bitext, translated: bytes) -> Iterator[bytes]:
    """The page. The same bitext always gives the same bytes."""
    counts = _PageCounts()
    for pair in bitext.pairs():
        counts.add(pair)
    page = _template().generate(
        name=name_of(bitext),
        stamp=bitext.stamp,
        generator=GENERATOR.decode(),
        checksum=(CHECKSUM % _digest(translated)).decode(),
        segments=_segments(bitext),
        sentences=counts.sentences,
        words=counts.words,
        required=counts.required,
        met=counts.met,
        builtin_required=counts.builtin_required,
        builtin_met=counts.builtin_met,
        found=counts.found,
        fixed=counts.fixed,
        names=counts.names,
        severities=counts.severities,
    )
    yield from chunked(page)
    yield b"\n"


def vouches(path: Path, translated: bytes) -> bool:
    """Is the page ours, and was it written with exactly these bytes of translation?"""
    if not wrote(path):
        return False
    return holds_checksum(path, CHECKSUM, translated)


def wrote(path: Path) -> bool:
    """Does the page name us as its generator?"""
    return GENERATOR in head_of(path)


@dataclass(frozen=True, slots=True)
class StyledRun:
    """What stands in one term, or between terms. term: its number in the sentence, from 0. html: the text, escaped."""

    term: int | None
    html: Markup


@dataclass(frozen=True, slots=True)
class PageSentence:
    """A row as the page shows it: its cells cut at the borders of terms, and of words where these are linked."""

    row: BilingualRow
    source: tuple[StyledRun, ...]
    target: tuple[StyledRun, ...]
    repairs: tuple[TermUse, ...]


@dataclass(slots=True)
class _PageCounts:
    """What the head of the page counts.

    words: of the source. required, met: the user's terms, and beside them the built-in ones. found, fixed: sentences
    with findings and with repaired terms. names: how often each name was kept. severities: how many findings have each
    severity.
    """

    sentences: int = 0
    words: int = 0
    required: int = 0
    met: int = 0
    builtin_required: int = 0
    builtin_met: int = 0
    found: int = 0
    fixed: int = 0
    names: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)

    def add(self, pair: Pair) -> None:
        self.sentences += 1
        self.words += len(pair.source.split())
        for use in pair.terms:
            is_met = use.target_span is not None
            if use.is_users:
                self.required += 1
                self.met += is_met
            else:
                self.builtin_required += 1
                self.builtin_met += is_met
        self.found += bool(pair.findings)
        self.fixed += bool(_repairs(pair))
        self.names.update(use.source for use in pair.names if use.target_span is not None)
        self.severities.update(finding.severity.value for finding in pair.findings)


def cut(text: str, spans: list[Span | None], linked: bool) -> tuple[StyledRun, ...]:
    """A cell's text, whole and in order. spans: of the sentence's terms; where two overlap, the later one is cut."""
    numbered = [(span, term) for term, span in enumerate(spans) if span is not None]
    numbered.sort()
    runs: list[tuple[int | None, Span]] = []
    done = 0
    for span, term in numbered:
        first = max(span.start, done)
        last = min(span.end, len(text))
        if first >= last:
            continue
        runs += [(None, Span(done, first)), (term, Span(first, last))]
        done = last
    runs.append((None, Span(done, len(text))))
    return tuple(StyledRun(number, _shown(text, run, linked)) for number, run in runs if run.start < run.end)


def family(use: TermUse) -> str:
    """How loud a term is shown: "own" words of the model, "put" there by us, or to "check" by the reviewer."""
    if use.status in LAST_RESORT or not use.sure:
        return "check"
    if use.status in OWN_WORDS:
        return "own"
    return "put"


def _segments(bitext: Bitext) -> Iterator[list[PageSentence]]:
    """The sentences of each segment, made when the page comes to them."""
    for _, segment in groupby(rows(bitext), attrgetter("segment")):
        yield [_sentence(row) for row in segment]


def _repairs(pair: Pair) -> tuple[TermUse, ...]:
    """The terms that are not the model's own words."""
    return tuple(use for use in pair.terms if family(use) != "own")


def _sentence(row: BilingualRow) -> PageSentence:
    pair = row.pair
    source = cut(pair.source, [use.source_span for use in pair.terms], bool(pair.links))
    target = cut(pair.target, [use.target_span for use in pair.terms], bool(pair.links))
    return PageSentence(row, source, target, _repairs(pair))


def _shown(text: str, span: Span, linked: bool) -> Markup:
    """The characters `span`, each word an element where words are linked; a word that a border cuts is several."""
    from markupsafe import Markup, escape

    shown = str(escape(span.of(text)))
    if not linked:
        return Markup(shown)
    words = WORD.sub(r"<span>\g<0></span>", shown)
    if _cuts_word(text, span.start):
        words = words.replace("<span>", '<span class="rest">', 1)
    return Markup(words)


def _cuts_word(text: str, place: int) -> bool:
    """Does a border at `place` stand inside a word?"""
    if place == 0:
        return False
    if text[place - 1].isspace():
        return False
    return not text[place].isspace()


def _classes(sentences: list[PageSentence]) -> str:
    """The classes that the page's filters look for: does any of the sentences have findings, any repaired terms?"""
    found = "found" if any(sentence.row.pair.findings for sentence in sentences) else ""
    fixed = "fixed" if any(sentence.repairs for sentence in sentences) else ""
    return f"{found} {fixed}".strip()


def visible(value: object) -> object:
    """A text with its control characters shown as signs, so that none of them can turn or hide the text around it."""
    if isinstance(value, str):
        return value.translate(_SIGNS)
    return value


def _signs() -> dict[int, str]:
    """For each control character of Unicode's C0, C1 and bidirectional text, the sign that is shown for it.

    A tab and line ends are white space as in any page; U+0085 is a line end, too.
    """
    signs = {code: chr(0x2400 + code) for code in range(0x20)}  # Unicode's control pictures
    signs[0x7F] = "\u2421"
    for code in (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        signs[code] = f"[U+{code:04X}]"
    for white in "\t\n\r\x85":
        del signs[ord(white)]
    return signs


_SIGNS = _signs()


@cache
def policy(code: str) -> str:
    """The hash by which a content security policy allows a style or script (CSP level 3, section 6.7.3.3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, finalize=visible
    )
    environment.filters |= {"family": family, "pharaoh": pharaoh, "policy": policy, "classes": _classes}
    return environment.from_string(files("translator.bilingual").joinpath("page.html.jinja").read_text("utf-8"))
