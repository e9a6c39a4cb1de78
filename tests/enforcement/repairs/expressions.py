"""What a repair makes of a translation, for the repairs of units, compass points and approximators."""

from __future__ import annotations

from glossary import Matcher, Term
from tests.canned import CannedEngine
from translator.enforcement.cascade import Task, enforce


def mended(source: str, model: str, links: str | None = None, *terms: Term) -> str:
    """What becomes of what the model wrote for a source; links as in tests/canned.py."""
    engine = CannedEngine({source: [(model, links)]})
    (enforced,) = enforce(engine, [Task(source, tuple(Matcher(terms).find(source)))], beam=4)
    return enforced.text
