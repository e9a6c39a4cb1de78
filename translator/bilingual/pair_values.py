"""The values that a pair has in a row of the table, fit for JSON, and the pair that such values are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from glossary import USER_LIST
from translator.bitext import Finding, Link, Offer, Origin, Pair, Severity, Status, TermUse
from translator.document import Span

DECIMALS = 4  # of a score
REVIEWED = "yes"  # in the field `reviewed`, which is empty otherwise


def values_of(pair: Pair) -> dict[str, Any]:
    """The fields of a row that are the pair's. Whether a term is sure and the unforced text are left out."""
    findings = []
    for finding in pair.findings:
        findings.append({"check": finding.check, "severity": finding.severity.value, "message": finding.message})
    offers = [{"score": offer.score, "source": offer.source, "target": offer.target} for offer in pair.fuzzy]
    return {
        "source": pair.source,
        "target": pair.target,
        "origin": pair.origin.value,
        "terms": list(map(_term, pair.terms)),
        "findings": findings,
        "links": pharaoh(pair.links),
        "score": None if pair.score is None else round(pair.score, DECIMALS),
        "reviewed": REVIEWED if pair.reviewed else "",
        "fuzzy": offers,
    }


def pair_of(values: dict[str, Any]) -> Pair:
    """The pair whose `values_of` these are. Raises ValueError, KeyError or TypeError where they are not a pair's."""
    return Pair(
        values["source"],
        values["target"],
        Origin(values["origin"]),
        tuple(map(_use, values["terms"])),
        tuple(map(_finding, values["findings"])),
        tuple(map(_link, values["links"].split())),
        values["score"],
        reviewed=_is_reviewed(values["reviewed"]),
        fuzzy=tuple(map(_offer, values["fuzzy"])),
    )


def pharaoh(links: Iterable[Link]) -> str:
    """Links in Pharaoh's notation, `0-0 1-2`: source word, target word, from 0."""
    return " ".join(f"{link.source}-{link.target}" for link in links)


def _term(use: TermUse) -> dict[str, Any]:
    return {
        "source": use.source,
        "target": use.target,
        "status": use.status.value,
        "source_span": _ends(use.source_span),
        "target_span": _ends(use.target_span),
        "list": use.term_list,
    }


def _ends(span: Span | None) -> list[int] | None:
    if span is None:
        return None
    return [span.start, span.end]


def _finding(values: object) -> Finding:
    finding = _object(values, "findings")
    return Finding(_text(finding, "check"), Severity(finding["severity"]), _text(finding, "message"))


def _is_reviewed(written: str) -> bool:
    """What the field says; a person may have written it."""
    said = written.strip().lower()
    if said not in ("", REVIEWED):
        raise ValueError(f"reviewed is {REVIEWED} or empty, not {written!r:.40}")
    return said == REVIEWED


def _offer(values: object) -> Offer:
    offer = _object(values, "fuzzy")
    if type(offer["score"]) is not int:
        raise TypeError(f"score cannot be {type(offer['score']).__name__}")
    return Offer(offer["score"], _text(offer, "source"), _text(offer, "target"))


def _object(value: object, field: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"{field} cannot hold {type(value).__name__}")
    return value


def _text(values: dict[str, Any], name: str) -> str:
    value = values[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} cannot be {type(value).__name__}")
    return value


def _span(value: object) -> Span:
    """The span that a pair of numbers is, [start, end)."""
    numbers = value if isinstance(value, list) else []
    if list(map(type, numbers)) != [int, int]:
        raise TypeError(f"a span is two numbers, not {value!r:.40}")
    span = Span(*numbers)
    if not 0 <= span.start <= span.end:
        raise ValueError(f"a span cannot be from {span.start} to {span.end}")
    return span


def _link(written: str) -> Link:
    numbers = map(int, written.split("-"))
    return Link(*numbers)


def _use(value: object) -> TermUse:
    term = _object(value, "terms")
    target_span = None if term["target_span"] is None else _span(term["target_span"])
    source, target = _text(term, "source"), _text(term, "target")
    term_list = _text(term, "list") if "list" in term else USER_LIST
    return TermUse(source, target, Status(term["status"]), _span(term["source_span"]), target_span, term_list=term_list)
