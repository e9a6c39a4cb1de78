"""`padan check`: the quality checks, on any bilingual file, whoever translated it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translator.batch.report import several
from translator.bitext import Finding, Severity
from translator.cli import console
from translator.cli.exit_status import exit_code_of, some_failed
from translator.cli.lazy import CONTEXT
from translator.cli.options import glossary_option
from translator.errors import PadanError, StrictError

if TYPE_CHECKING:
    from translator.enforcement.term_check import TermJudge


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file: an error, or how many pairs it has and each finding with its line and its place."""

    file: Path
    pairs: int = 0
    findings: tuple[tuple[int, Finding, str], ...] = ()
    error: PadanError | None = None


@click.command(context_settings=CONTEXT)
@click.argument("files", nargs=-1, required=True, metavar="BILINGUAL...", type=click.Path(path_type=Path))
@glossary_option("Terms that must be obeyed, or a built-in list; the later wins.")
@click.option("--strict", is_flag=True, help="Exit with 8 where a check finds an error.")
@click.option("--json", "as_json", is_flag=True, help="Say all in one JSON object on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Nothing on standard error but errors.")
def check(files: tuple[Path, ...], glossaries: tuple[Path, ...], strict: bool, as_json: bool, quiet: bool) -> int:
    """Check Indonesian-English TSV, JSONL, TMX, XLIFF or DOCX files of anybody, and pages of Padan's.

    A TSV has a header with at least source and target, or two columns without one; a JSONL, objects with source and
    target; a DOCX, tables of two columns. Of a folder, what Padan wrote there is checked. Each finding is a line,
    `file:line: severity check: message`, with the place in the document where the file tells it; units and rows are
    counted where a format has no lines. Without -g, the terms that a file of Padan's records are looked for.

    \b
    Examples:
      padan check berita.en.txt.id-en.tsv
      padan check agency.tmx -g glossary.tsv --strict
    """
    from translator import term_lists
    from translator.enforcement.term_check import TermJudge

    terms, overrides = term_lists.load(glossaries)
    judge = TermJudge(terms) if glossaries else None
    if not (quiet or as_json):
        for notice in overrides:
            console.say(f"note: {notice}")
    checked = [_check_file(file, judge) for file in dict.fromkeys(chain.from_iterable(map(_files_of, files)))]
    error = _error_of(checked, strict)
    if as_json:
        _show_json(checked, error)
    else:
        _show_lines(checked, error, quiet)
    return exit_code_of(error)


def _files_of(path: Path) -> Iterable[Path]:
    """The file, or of a folder the bilingual files that Padan wrote: of those of one translation the first kind."""
    from translator import bilingual

    found: dict[str, Path] = {}
    for suffix in bilingual.SUFFIXES.values():
        for file in path.rglob(f"*.id-en{suffix}"):
            found.setdefault(str(file).removesuffix(suffix), file)
    return sorted(found.values()) or [path]


def _check_file(file: Path, judge: TermJudge | None) -> Checked:
    from translator.bilingual.reading import read
    from translator.checks import examine, examine_document
    from translator.enforcement.term_check import rejudged

    try:
        pairs = read(file)
    except PadanError as error:
        return Checked(file, error=error)
    judged = judge.judged if judge else rejudged
    pairs = [each._replace(pair=judged(each.pair)) for each in pairs]
    findings: list[tuple[int, Finding, str]] = []
    for each in pairs:
        findings += [(each.number, finding, each.where) for finding in examine(each.pair)]
    for number, finding in examine_document([each.pair for each in pairs]):
        findings.append((pairs[number].number, finding, pairs[number].where))
    return Checked(file, len(pairs), tuple(findings))


def _error_of(checked: Sequence[Checked], strict: bool) -> PadanError | None:
    """The error that the command must end with, if any."""
    failed = sum(each.error is not None for each in checked)
    if failed:
        if len(checked) == 1:
            return checked[0].error
        return some_failed(failed, len(checked), "could not be read", "the others are checked")
    number = _count_severities(checked)[Severity.ERROR]
    if strict and number:
        return StrictError(f"the checks found {several(number, 'error')}", "")
    return None


def _show_lines(checked: Sequence[Checked], error: PadanError | None, quiet: bool) -> None:
    for each in checked:
        for line, finding, where in each.findings:
            place = f" in {where}" if where else ""
            console.result(f"{each.file}:{line}: {finding.severity} {finding.check}{place}: {finding.message}")
        if each.error and each.error is not error:
            console.complain(each.error)
    read = [each for each in checked if not each.error]
    if read and not quiet:
        console.say(_summary(read))
    if error:
        console.complain(error)


def _summary(read: Sequence[Checked]) -> str:
    found = _count_severities(read)
    errors = several(found[Severity.ERROR], "error")
    warnings = several(found[Severity.WARNING], "warning")
    files = several(len(read), "file")
    pairs = several(sum(each.pairs for each in read), "pair")
    return f"{files}; {pairs}; findings: {errors}, {warnings}"


def _show_json(checked: Sequence[Checked], error: PadanError | None) -> None:
    failures: list[dict[str, str]] = []
    problems: list[dict[str, Any]] = []
    checks: dict[str, dict[Severity, int]] = {}
    pairs = 0
    for each in checked:
        pairs += each.pairs
        if each.error:
            failures.append({"file": str(each.file), **console.detail(each.error)})
        for line, finding, where in each.findings:
            severities = checks.setdefault(finding.check, dict.fromkeys(Severity, 0))
            severities[finding.severity] += 1
            problems.append(_problem(each.file, line, finding, where))
    result = console.ending(error)
    result["files"] = {"done": len(checked) - len(failures), "failed": len(failures)}
    result["pairs"] = pairs
    result["findings"] = dict.fromkeys(Severity, 0) | _count_severities(checked)
    result["checks"] = checks
    result["failures"] = failures
    result["problems"] = problems
    console.result_json(result)


def _problem(file: Path, line: int, finding: Finding, where: str) -> dict[str, Any]:
    return {
        "file": str(file),
        "line": line,
        "where": where,
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
    }


def _count_severities(checked: Sequence[Checked]) -> Counter[Severity]:
    found: Counter[Severity] = Counter()
    for each in checked:
        found.update(finding.severity for _, finding, _ in each.findings)
    return found
