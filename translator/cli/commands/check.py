"""`padan check`: the quality checks, on any bilingual file, whoever translated it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translator.batch.report import several
from translator.bitext import Finding, Severity
from translator.cli import console
from translator.cli.exit_status import SomeFailedError, StrictError
from translator.cli.lazy import CONTEXT
from translator.errors import PadanError

if TYPE_CHECKING:
    from translator.cli.term_check import Judge


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file: an error, or how many pairs it has and each finding with its line."""

    file: Path
    pairs: int = 0
    findings: tuple[tuple[int, Finding], ...] = ()
    error: PadanError | None = None


@click.command(context_settings=CONTEXT)
@click.argument("files", nargs=-1, required=True, metavar="BILINGUAL...", type=click.Path(path_type=Path))
@click.option(
    "-g",
    "--glossary",
    "glossaries",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE|NAME",
    help="Terms that must be obeyed, or a list on board; the later wins.",
)
@click.option("--strict", is_flag=True, help="Exit with 8 where a check finds an error.")
@click.option("--json", "as_json", is_flag=True, help="Say all in one JSON object on standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Nothing on standard error but errors.")
def check(files: tuple[Path, ...], glossaries: tuple[Path, ...], strict: bool, as_json: bool, quiet: bool) -> int:
    """Check Indonesian-English TSV, JSONL or TMX files, whoever translated them.

    A TSV has a header with at least source and target, or two columns without one; a JSONL, objects with source and
    target. Each finding is a line, `file:line: severity check: message`; in a TMX, units are counted instead of lines.
    Without -g, the terms that a file of Padan's records are looked for.

    \b
    Examples:
      padan check berita.en.txt.id-en.tsv
      padan check agency.tmx -g glossary.tsv --strict
    """
    from translator import term_lists
    from translator.cli.term_check import Judge

    terms, overrides = term_lists.load(glossaries)
    judge = Judge(terms) if glossaries else None
    if not (quiet or as_json):
        for notice in overrides:
            console.say(f"note: {notice}")
    checked = [_checked(file, judge) for file in dict.fromkeys(files)]
    error = _verdict(checked, strict)
    (_tell_json if as_json else _tell)(checked, error, quiet)
    return error.exit_code if error else 0


def _checked(file: Path, judge: Judge | None) -> Checked:
    from translator.bilingual.reading import read
    from translator.checks import examine
    from translator.cli.term_check import rejudged

    try:
        pairs = read(file)
    except PadanError as error:
        return Checked(file, error=error)
    judged = judge.judged if judge else rejudged
    findings = tuple((line, finding) for line, pair in pairs for finding in examine(judged(pair)))
    return Checked(file, len(pairs), findings)


def _verdict(checked: Sequence[Checked], strict: bool) -> PadanError | None:
    errors = [each.error for each in checked if each.error]
    if errors and len(checked) == 1:
        return errors[0]
    if errors:
        return SomeFailedError(f"{len(errors)} of {len(checked)} files could not be read", "the others are checked")
    if strict and (number := _severities(checked)[Severity.ERROR]):
        return StrictError(f"the checks found {several(number, 'error')}", "")
    return None


def _tell(checked: Sequence[Checked], error: PadanError | None, quiet: bool) -> None:
    for each in checked:
        for line, finding in each.findings:
            console.result(f"{each.file}:{line}: {finding.severity} {finding.check}: {finding.message}")
        if each.error and each.error is not error:
            console.complain(each.error)
    read = [each for each in checked if not each.error]
    if read and not quiet:
        found = _severities(checked)
        seen = f"{several(found[Severity.ERROR], 'error')}, {several(found[Severity.WARNING], 'warning')}"
        pairs = several(sum(each.pairs for each in read), "pair")
        console.say(f"{several(len(read), 'file')}; {pairs}; findings: {seen}")
    if error:
        console.complain(error)


def _tell_json(checked: Sequence[Checked], error: PadanError | None, _quiet: bool) -> None:
    ending = console.failure(error) if error else {"ok": True, "exit_code": 0}
    found, by_check = _severities(checked), Counter((f.check, f.severity) for each in checked for _, f in each.findings)
    failures = [{"file": str(each.file), **console.detail(each.error)} for each in checked if each.error]
    problems = [
        {"file": str(each.file), "line": line, "check": f.check, "severity": f.severity, "message": f.message}
        for each in checked
        for line, f in each.findings
    ]
    counts: dict[str, Any] = {
        "files": {"done": len(checked) - len(failures), "failed": len(failures)},
        "pairs": sum(each.pairs for each in checked),
        "findings": {severity: found[severity] for severity in Severity},
        "checks": {
            name: {severity: by_check[name, severity] for severity in Severity}
            for name in dict.fromkeys(name for name, _ in by_check)
        },
    }
    console.result_json(ending | counts | {"failures": failures, "problems": problems})


def _severities(checked: Sequence[Checked]) -> Counter[Severity]:
    return Counter(finding.severity for each in checked for _, finding in each.findings)
