"""`padan glossary lint` and `match`: is a term list sound, and where do its terms stand in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translator.cli import console
from translator.cli.exit_status import exit_code_of
from translator.cli.lazy import CONTEXT, LazyGroup
from translator.cli.options import glossary_option
from translator.errors import TermListError

if TYPE_CHECKING:
    from glossary import Matcher, Problem

MODULES = {
    "lint": "translator.cli.commands.glossary:lint",
    "match": "translator.cli.commands.glossary:match",
    "convert": "translator.cli.commands.glossary_files:convert",
    "mine": "translator.cli.commands.mine:mine",
    "list": "translator.cli.commands.glossary_files:show",
}


@click.group(cls=LazyGroup, modules=MODULES, context_settings=CONTEXT)
def glossary() -> None:
    """Work on term lists.

    \b
    Example:
      padan glossary lint glossary.tsv
    """


@click.command(context_settings=CONTEXT)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--model", metavar="NAME|DIR", help="Ask this model, too, which translations it cannot write.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
def lint(files: tuple[Path, ...], model: str | None, as_json: bool) -> int:
    """Say what is wrong with glossaries, files or built-in lists: conflicts, duplicates, terms that cannot be enforced.

    Exits with 6 where one has an error; warnings alone are well.

    \b
    Examples:
      padan glossary lint glossary.tsv
      padan glossary lint glossary.tsv --model starter
    """
    from translator.batch.report import several

    spells = _spelling(model) if model else None
    problems = [problem for file in files for problem in _problems(file, spells)]
    severities = Counter(problem.severity.value for problem in problems)
    errors, warnings = severities["error"], severities["warning"]
    summary = f"{several(len(files), 'file')}: {several(errors, 'error')}, {several(warnings, 'warning')}"
    error = TermListError(summary, "correct these rows") if errors else None
    if as_json:
        ending = console.ending(error)
        listed = [{"severity": each.severity, "origin": each.origin, "message": each.message} for each in problems]
        console.result_json({**ending, "findings": {"error": errors, "warning": warnings}, "problems": listed})
    else:
        for problem in problems:
            console.result(f"{problem.origin}: {problem.severity}: {problem.message}")
        console.say(summary)
    return exit_code_of(error)


def _spelling(name: str) -> Callable[[str], bool]:
    """What tells whether the model of this name can write a text. Raises ModelError."""
    from translator import engines, models

    model = models.converted(models.resolve(name))
    return engines.load("ct2", model.form("ct2")).spells


def _problems(file: Path, spells: Callable[[str], bool] | None) -> list[Problem]:
    from glossary import GlossaryError, Problem, ProblemSeverity, lint_file, locate

    try:
        return lint_file(locate(file), spells)
    except GlossaryError as error:
        return [Problem(ProblemSeverity.ERROR, str(file), error.message.removeprefix(f"{file}: "))]


@click.command(context_settings=CONTEXT)
@click.argument("file", type=click.Path(allow_dash=True))
@glossary_option("Terms to find, or a built-in list; the later wins.", required=True)
@click.option("--encoding", metavar="NAME", help="Of the file; recognised where it is not given.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each match.")
def match(file: str, glossaries: tuple[Path, ...], encoding: str | None, as_json: bool) -> int:
    """Show where the terms of glossaries stand in an Indonesian text file (-: standard input).

    Lines count from 1, characters from 0 within their line.

    \b
    Example:
      padan glossary match berita.txt -g glossary.tsv --json
    """
    from glossary import Matcher
    from translator import term_lists
    from translator.cli.standard_input import read_standard_input
    from translator.formats.base import LIMIT, decode, read_bytes

    terms, overrides = term_lists.load(glossaries)
    data = read_standard_input(LIMIT) if file == "-" else read_bytes(Path(file))
    decoded = decode(data, encoding, file)
    rows = _rows(decoded.text, Matcher(terms))
    if as_json:
        for row in rows:
            console.result_json(row)
        return 0
    for notice in (*overrides, *decoded.notices):
        console.say(f"note: {notice}")
    for row in rows:
        kind = f", {row['kind']}" if row["kind"] else ""
        place = f"{row['line']}:{row['start']}-{row['end']}"
        console.result(f"{place}\t{row['text']} -> {row['target']}\t({row['source']}{kind})")
    return 0


def _rows(text: str, matcher: Matcher) -> Iterator[dict[str, Any]]:
    """Each match of a text, by lines, as the fields of its JSON object."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        for found in matcher.find(line):
            yield {
                "line": number,
                "start": found.start,
                "end": found.end,
                "text": found.text,
                "source": found.term.source,
                "target": found.term.targets[0],
                "kind": found.term.kind,
            }
