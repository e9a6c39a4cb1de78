"""The bitexts that the tests of this folder write, and how they are built."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from translator.bilingual.base import BilingualFormat
from translator.bitext import Bitext, Finding, Link, Origin, Pair, SegmentPair, Severity, Stamp, Status, TermUse
from translator.document import Document, Place, Segment, Span

CASES = Path(__file__).parents[1] / "cases" / "bitext.json"
STAMP = Stamp("starter", "ct2", "0123456789abcdef")


def sample() -> Bitext:
    """A dozen invented sentences with everything that a bilingual file can show."""
    data = json.loads(CASES.read_text("utf-8"))
    segments = [[_pair(**pair) for pair in pairs] for pairs in data["segments"]]
    return bitext(segments, data["name"], Stamp(**data["stamp"]))


def bitext(segments: list[list[Pair]], name: str = "berita.id.txt", stamp: Stamp = STAMP) -> Bitext:
    """A document with the given sentences, one blank between those of a segment, a line for each segment."""
    made = []
    for line, pairs in enumerate(segments, 1):
        text, spans = "", []
        for pair in pairs:
            start = len(text) + bool(text)
            text = f"{text} {pair.source}" if text else pair.source
            spans.append(Span(start, len(text)))
        made.append(SegmentPair(Segment(text, Place(Span(0, len(text)), line)), tuple(spans), tuple(pairs)))
    return Bitext(Document(name, tuple(pair.segment for pair in made), None), tuple(made), stamp)


def whole(format_: BilingualFormat, of: Bitext, translated: bytes) -> bytes:
    """A bilingual file."""
    return b"".join(format_.render(of, hashlib.sha256(translated).hexdigest()))


def put(format_: BilingualFormat, of: Bitext, path: Path, translated: bytes) -> None:
    """A bilingual file, at a path."""
    path.write_bytes(whole(format_, of, translated))


def translation(of: Bitext) -> bytes:
    """The translated plain text that stands beside the bilingual file."""
    return "".join(f"{segment.target}\n" for segment in of.segments).encode()


def _pair(source: str, target: str, links: str = "", origin: str = "engine", **more: Any) -> Pair:
    return Pair(
        source,
        target,
        Origin(origin),
        tuple(_use(source, target, use) for use in more.get("terms", ())),
        tuple(Finding(f["check"], Severity(f["severity"]), f["message"]) for f in more.get("findings", ())),
        tuple(Link(*map(int, link.split("-"))) for link in links.split()),
        more.get("score"),
        more.get("unforced"),
    )


def _use(text: str, translated: str, term: dict[str, Any]) -> TermUse:
    put = None if term["in_target"] is None else _span(translated, term["in_target"])
    found = _span(text, term["in_source"])
    return TermUse(term["source"], term["target"], Status(term["status"]), found, put, term.get("sure", True))


def _span(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))
