"""The text of a cell: cut at the borders of terms, its control characters shown."""

from __future__ import annotations

from dataclasses import dataclass

from translator.bitext import Status, TermUse
from translator.document import Span

OWN_WORDS = frozenset({Status.NATURAL, Status.N_BEST})
LAST_RESORT = frozenset({Status.SPLICED, Status.MISSING})


@dataclass(frozen=True, slots=True)
class StyledRun:
    """What stands in one term, or between terms. term: its number in the sentence, from 0."""

    term: int | None
    text: str


def cut(text: str, spans: list[Span | None]) -> tuple[StyledRun, ...]:
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
    return tuple(StyledRun(number, run.of(text)) for number, run in runs if run.start < run.end)


def family(use: TermUse) -> str:
    """How loud a term is shown: "own" words of the model, "put" there by us, or to "check" by the reviewer."""
    if use.status in LAST_RESORT or not use.sure:
        return "check"
    if use.status in OWN_WORDS:
        return "own"
    return "put"


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
