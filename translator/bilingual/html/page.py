"""One page: its head, its cells, and the rows of the table for its script."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from translator.bilingual.base import FIELDS, BilingualRow, chunked, fields, name_of, stamp_of
from translator.bilingual.html.cells import StyledRun, cut, family, visible
from translator.bilingual.html.counts import counted
from translator.bilingual.html.offers import ShownOffer, shown_offers
from translator.bilingual.html.parts import DocumentPage, SegmentRows
from translator.bitext import Bitext, Pair, TermUse

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

GENERATOR = b'<meta name="generator" content="Padan">'
CHECKSUM = b'<meta name="padan:translation-sha256" content="%s">'
SCRIPTS = ("rows", "theme", "links", "filter", "map", "save", "desk")  # in the order in which they need each other


@dataclass(frozen=True, slots=True)
class PageSentence:
    """A row as the page shows it: its cells cut at the borders of terms.

    repairs: the terms that are not the model's own words. offers: of the translation memory.
    """

    row: BilingualRow
    source: tuple[StyledRun, ...]
    target: tuple[StyledRun, ...]
    repairs: tuple[TermUse, ...]
    offers: list[ShownOffer]


def written(bitext: Bitext, checksum: str, part: DocumentPage) -> Iterator[bytes]:
    """The page in chunks."""
    stamp = stamp_of(bitext, checksum)
    page = _template().generate(
        name=name_of(bitext),
        stamp=bitext.stamp,
        generator=GENERATOR.decode(),
        checksum=(CHECKSUM % stamp["translation-sha256"].encode()).decode(),
        style=_asset("style.css"),
        script=_script(),
        part=part,
        counts=counted(row.pair for row in part.rows()),
        segments=map(_sentences, part.segments),
        data=map(_in_element, _data(bitext, stamp, part)),
    )
    yield from chunked(page)
    yield b"\n"


def _sentences(segment: SegmentRows) -> list[PageSentence]:
    """The sentences of a segment, made when the page comes to them."""
    return list(map(_sentence, segment))


def _sentence(row: BilingualRow) -> PageSentence:
    pair = row.pair
    source = cut(pair.source, [use.source_span for use in pair.terms])
    target = cut(pair.target, [use.target_span for use in pair.terms])
    return PageSentence(row, source, target, _repairs(pair), shown_offers(pair))


def _repairs(pair: Pair) -> tuple[TermUse, ...]:
    return tuple(use for use in pair.terms if family(use) != "own")


def _classes(sentence: PageSentence) -> str:
    """The classes of a sentence: where it is from, and what of it asks for a look."""
    pair = sentence.row.pair
    found = "found" if pair.findings else ""
    fixed = "fixed" if sentence.repairs else ""
    return " ".join(f"pair row {pair.origin.value} {found} {fixed}".split())


def _address(name: str) -> str:
    """A file of this folder as a link names it; its name may hold bytes of another encoding."""
    return quote(os.fsencode(name))


def _data(bitext: Bitext, stamp: dict[str, str], part: DocumentPage) -> Iterator[str]:
    """What the script works with, as JSON: a list of values for each row, what they are called, and who made the page.

    The document, which is the same in all rows, stands at the end.
    """
    columns = [name for name in FIELDS if name != "document"]
    yield '{"rows": ['
    separator = "\n"
    for row in part.rows():
        values = fields(row)
        yield separator + json.dumps([values[name] for name in columns])
        separator = ",\n"
    about = {"columns": columns, "document": name_of(bitext), "part": part.number, "version": version("padan")}
    yield f'\n], "about": {json.dumps(about | stamp)}}}'


def _in_element(code: str) -> Markup:
    """JSON that ends no element: it stands there as it is, and so is ASCII."""
    from markupsafe import Markup

    return Markup(code.replace("<", "\\u003c"))


@cache
def policy(code: str) -> str:
    """The hash by which a content security policy allows a style or script (CSP level 3, section 6.7.3.3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


@cache
def _script() -> str:
    return "\n".join([_asset(f"script/{name}.js") for name in SCRIPTS])


@cache
def _asset(name: str) -> str:
    return files("translator.bilingual.html").joinpath(name).read_text("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, finalize=visible
    )
    environment.filters |= {"family": family, "policy": policy, "classes": _classes, "address": _address}
    return environment.from_string(_asset("page.html.jinja"))
