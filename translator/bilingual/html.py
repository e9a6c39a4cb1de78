"""The page: source and translation side by side, terms coloured, findings beside their sentence, words linked.

One file that asks for nothing outside itself; its content security policy allows its own style and script and no
other. Its head holds the stamp, and the sha256 of the translation that it was written with.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from translator.atomic_write import write_whole
from translator.bilingual.base import Row, name_of, pharaoh, rows
from translator.bitext import Bitext, Status, TermUse
from translator.document import Span

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

SUFFIX = ".html"
HEAD = 2048  # bytes in which the generator and the checksum stand
GENERATOR = b'<meta name="generator" content="Padan">'
CHECKSUM = b'<meta name="padan:translation-sha256" content="%s">'
OWN_WORDS = frozenset({Status.NATURAL, Status.N_BEST})
LAST_RESORT = frozenset({Status.SPLICED, Status.MISSING})
WORD = re.compile(r"\S+")


def render(bitext: Bitext, translated: bytes) -> bytes:
    """The page. The same bitext always gives the same bytes."""
    sentences = [_sentence(row) for row in rows(bitext)]
    page = _template().render(
        name=name_of(bitext),
        stamp=bitext.stamp,
        generator=GENERATOR.decode(),
        checksum=(CHECKSUM % _digest(translated)).decode(),
        sentences=sentences,
        words=sum(len(pair.source.split()) for pair in bitext.pairs()),
        required=sum(len(pair.terms) for pair in bitext.pairs()),
        met=sum(use.target_span is not None for pair in bitext.pairs() for use in pair.terms),
        found=sum(bool(pair.findings) for pair in bitext.pairs()),
        fixed=sum(bool(sentence.repairs) for sentence in sentences),
        names=Counter(use.source for pair in bitext.pairs() for use in pair.names),
        severities=Counter(finding.severity.value for pair in bitext.pairs() for finding in pair.findings),
    )
    return (page + "\n").encode()


def write(bitext: Bitext, path: Path, translated: bytes) -> None:
    """Put the page at `path`. Raises OutputError."""
    write_whole(path, render(bitext, translated))


def vouches(path: Path, translated: bytes) -> bool:
    """Is the page ours, and was it written with exactly these bytes of translation?"""
    return wrote(path) and CHECKSUM % _digest(translated) in _head(path)


def wrote(path: Path) -> bool:
    """Does the page name us as its generator?"""
    return GENERATOR in _head(path)


@dataclass(frozen=True, slots=True)
class Run:
    """What stands in one term, or between terms. term: its number in the sentence, from 0. html: the text, escaped."""

    term: int | None
    html: Markup


@dataclass(frozen=True, slots=True)
class Sentence:
    """A row as the page shows it: its cells cut at the borders of terms, and of words where these are linked."""

    row: Row
    source: tuple[Run, ...]
    target: tuple[Run, ...]
    repairs: tuple[TermUse, ...]


def cut(text: str, spans: list[Span | None], linked: bool) -> tuple[Run, ...]:
    """A cell's text, whole and in order. spans: of the sentence's terms; where two overlap, the later one is cut."""
    runs: list[tuple[int | None, Span]] = []
    done = 0
    for start, end, term in sorted((span.start, span.end, i) for i, span in enumerate(spans) if span):
        first, last = max(start, done), min(end, len(text))
        if first < last:
            runs += [(None, Span(done, first)), (term, Span(first, last))]
            done = last
    runs.append((None, Span(done, len(text))))
    return tuple(Run(term, _shown(text, span, linked)) for term, span in runs if span.start < span.end)


def family(use: TermUse) -> str:
    """How loud a term is shown: "own" words of the model, "put" there by us, or to "check" by the reviewer."""
    if use.status in LAST_RESORT or not use.sure:
        return "check"
    return "own" if use.status in OWN_WORDS else "put"


def _sentence(row: Row) -> Sentence:
    pair = row.pair
    source = cut(pair.source, [use.source_span for use in pair.terms], bool(pair.links))
    target = cut(pair.target, [use.target_span for use in pair.terms], bool(pair.links))
    return Sentence(row, source, target, tuple(use for use in pair.terms if family(use) != "own"))


def _shown(text: str, span: Span, linked: bool) -> Markup:
    """The characters `span`, each word an element where words are linked; a word that a border cuts is several."""
    from markupsafe import Markup, escape

    shown = str(escape(span.of(text)))
    if not linked:
        return Markup(shown)
    words = WORD.sub(lambda word: f"<span>{word[0]}</span>", shown)
    cut = span.start > 0 and not (text[span.start - 1].isspace() or text[span.start].isspace())
    return Markup(words.replace("<span>", '<span class="rest">', 1) if cut else words)


def _classes(sentences: list[Sentence]) -> str:
    """What the filters of the page ask: has any of the sentences findings, has any repaired terms?"""
    found = "found" if any(sentence.row.pair.findings for sentence in sentences) else ""
    fixed = "fixed" if any(sentence.repairs for sentence in sentences) else ""
    return f"{found} {fixed}".strip()


@cache
def policy(code: str) -> str:
    """The hash by which a content security policy allows a style or script (CSP level 3, section 6.7.3.3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    house = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    house.filters |= {"family": family, "pharaoh": pharaoh, "policy": policy, "classes": _classes}
    return house.from_string(files("translator.bilingual").joinpath("page.html.jinja").read_text("utf-8"))
