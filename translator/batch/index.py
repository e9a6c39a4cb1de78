"""`index.html` in an output folder: every file with its page, the sums of terms and findings, the worst files first.

What it says comes from the ledger and so covers files of earlier runs too; the same state gives the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from translator.atomic_write import write_whole
from translator.batch.ledger import Entry
from translator.batch.report import Counts
from translator.bilingual import html
from translator.errors import OutputError, PadanError

if TYPE_CHECKING:
    from jinja2 import Template

NAME = "index.html"


@dataclass(frozen=True, slots=True)
class Row:
    """A file as the page lists it. link: to its page, or else to its translation. counts: None: never translated."""

    name: str
    link: str
    counts: Counts | None
    error: str = ""
    removed: bool = False


def write(folder: Path, entries: Sequence[Entry], failures: Mapping[str, PadanError], force: bool = False) -> None:
    """Put the index into `folder`; one that says the same already stays.

    failures: of this run, by the name of the translation that did not come. Raises OutputError, also where a file of
    that name is not ours and `force` is not given.
    """
    path = folder / NAME
    if any(path.name == output for entry in entries for output, _ in entry.outputs):
        raise OutputError(f"no index was written: {path} is a translation", "give its source another name")
    try:
        if path.exists() and not force and not html.wrote(path):
            raise OutputError(f"no index was written: {path} is not of Padan's making", "--force overwrites it")
        page = render(os.path.basename(os.path.abspath(folder)), entries, failures)
        if path.exists() and path.read_bytes() == page:
            return
    except OSError as error:
        raise OutputError(f"no index was written: {path}: {error.strerror}", "check its permissions") from error
    write_whole(path, page)


def render(name: str, entries: Sequence[Entry], failures: Mapping[str, PadanError]) -> bytes:
    """The page. name: of the folder."""
    rows = [_row(entry, failures.get(entry.name)) for entry in entries]
    known = {entry.name for entry in entries}
    rows += [Row(_shown(name), "", None, error.message) for name, error in failures.items() if name not in known]
    page = _template().render(
        name=_shown(name),
        generator=html.GENERATOR.decode(),
        models=sorted({entry.stamp.model for entry in entries}),
        total=sum((entry.counts for entry in entries), Counts()),
        failed=sum(bool(row.error) for row in rows),
        rows=sorted(rows, key=_badness),
    )
    return (page + "\n").encode("utf-8", "replace")


def _row(entry: Entry, failure: PadanError | None) -> Row:
    outputs = [path for path, _ in entry.outputs]
    page = next((path for path in outputs if path.endswith(f".id-en{html.SUFFIX}")), entry.name)
    error = failure.message if failure else ""
    return Row(_shown(entry.name), quote(os.fsencode(page)), entry.counts, error, not os.path.lexists(entry.source))


def _badness(row: Row) -> tuple[object, ...]:
    counts = row.counts or Counts()
    return not row.error, -counts.errors, counts.met - counts.required, -counts.warnings, row.name


def _shown(name: str) -> str:
    """A file's name in characters that UTF-8 can write."""
    return name.encode(errors="replace").decode()


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    house = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    house.filters["policy"] = html.policy
    return house.from_string(files("translator.batch").joinpath("index.html.jinja").read_text("utf-8"))
