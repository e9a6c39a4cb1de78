"""`index.html` in an output folder: every file with its page, the sums of terms and findings, the worst files first.

Below them stand the terms that have several translations in the folder.

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
from translator.batch.ledger import LedgerEntry
from translator.batch.report import Counts
from translator.batch.translations import CountedTranslation
from translator.bilingual import html
from translator.errors import OutputError, PadanError

if TYPE_CHECKING:
    from jinja2 import Template

NAME = "index.html"
MAX_TERMS = 200  # with several translations that the page shows

VaryingTerms = Mapping[str, Sequence[CountedTranslation]]
NO_TERMS: VaryingTerms = {}


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A file as the page lists it. link: to its page, or else to its translation. counts: None: never translated."""

    name: str
    link: str
    counts: Counts | None
    error: str = ""
    removed: bool = False


def write(
    folder: Path,
    entries: Sequence[LedgerEntry],
    failures: Mapping[str, PadanError],
    force: bool = False,
    varying: VaryingTerms = NO_TERMS,
) -> None:
    """Put the index into `folder`; one that says the same already stays.

    failures: of this run, by the name of the translation that did not come. varying: terms with several translations in
    the files. Raises OutputError, also where a file of that name is not ours and `force` is not given.
    """
    path = folder / NAME
    for entry in entries:
        if any(output == NAME for output, _ in entry.outputs):
            raise OutputError(f"no index was written: {path} is a translation", "give its source another name")
    page = render(os.path.basename(os.path.abspath(folder)), entries, failures, varying)
    try:
        is_current = _judge(path, page, force)
    except OSError as error:
        raise OutputError(f"no index was written: {path}: {error.strerror}", "check its permissions") from error
    if not is_current:
        write_whole(path, page)


def _judge(path: Path, page: bytes, force: bool) -> bool:
    """Does the file at `path` say the same as `page` already? Raises OutputError where it may not be overwritten."""
    if not path.exists():
        return False
    if not path.is_file():
        raise OutputError(f"no index was written: {path} is not a regular file", "remove it")
    if not force and not html.wrote(path):
        raise OutputError(f"no index was written: {path} is not of Padan's making", "--force overwrites it")
    return path.read_bytes() == page


def render(
    name: str,
    entries: Sequence[LedgerEntry],
    failures: Mapping[str, PadanError],
    varying: VaryingTerms = NO_TERMS,
) -> bytes:
    """The page. name: of the folder."""
    rows = [_row(entry, failures.get(entry.name)) for entry in entries]
    known = {entry.name for entry in entries}
    for output, error in failures.items():
        if output not in known:
            rows.append(IndexRow(_writable(output), "", None, error.message))
    total = Counts()
    for entry in entries:
        total += entry.counts
    page = _template().render(
        name=_writable(name),
        generator=html.GENERATOR.decode(),
        models=sorted({entry.stamp.model for entry in entries}),
        total=total,
        failed=sum(bool(row.error) for row in rows),
        rows=sorted(rows, key=_badness),
        varying=list(varying.items())[:MAX_TERMS],
        more_varying=max(0, len(varying) - MAX_TERMS),
    )
    return (page + "\n").encode("utf-8", "replace")


def _row(entry: LedgerEntry, failure: PadanError | None) -> IndexRow:
    link = entry.name
    for output, _ in entry.outputs:
        if output.endswith(f".id-en{html.SUFFIX}"):
            link = output
            break
    error = failure.message if failure else ""
    is_removed = not os.path.lexists(entry.source)
    return IndexRow(_writable(entry.name), quote(os.fsencode(link)), entry.counts, error, is_removed)


def _badness(row: IndexRow) -> tuple[object, ...]:
    """A key that sorts the worst rows first."""
    counts = row.counts or Counts()
    return not row.error, -counts.errors, counts.met - counts.required, -counts.warnings, row.name


def _writable(name: str) -> str:
    """A file's name in characters that UTF-8 can write."""
    return name.encode(errors="replace").decode()


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    environment.filters["policy"] = html.policy
    source = files("translator.batch").joinpath("index.html.jinja").read_text("utf-8")
    return environment.from_string(source)
