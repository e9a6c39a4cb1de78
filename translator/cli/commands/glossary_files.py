"""`padan glossary list` and `convert`: the built-in lists, and lists in other formats."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translator.cli import console
from translator.cli.lazy import CONTEXT
from translator.cli.overwriting import refuse_overwriting
from translator.errors import TermListError

if TYPE_CHECKING:
    from glossary import Glossary, Term

TO = ("tsv", "csv", "utf8", "txt", "tbx")
_FIELDS = (
    *("source", "targets", "kind", "case", "variants", "forbidden", "plural", "verb", "status"),
    *("note", "domain", "context", "reference"),
)


@click.command("list", context_settings=CONTEXT)
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each list, or entry.")
def show(name: str | None, as_json: bool) -> int:
    """List the built-in glossaries with their counts, or the entries of one: of NAME, or of a file.

    \b
    Examples:
      padan glossary list
      padan glossary list military
    """
    if name is None:
        return _list_builtin(as_json)
    for term in _loaded(name).terms:
        if as_json:
            console.result_json({field: getattr(term, field) for field in _FIELDS})
        else:
            console.result(_line(term))
    return 0


def _line(term: Term) -> str:
    """An entry as one line for people."""
    spellings = "|".join((term.source, *term.variants))
    line = f"{spellings} -> {'|'.join(term.targets)}"
    status = "" if term.in_force else term.status
    about = ", ".join(filter(None, (term.kind, status)))
    if about:
        return f"{line}\t({about})"
    return line


def _list_builtin(as_json: bool) -> int:
    """Show the built-in lists with their counts."""
    import glossary

    names = glossary.names()
    default = {path.stem for path in glossary.default_lists()}
    for name in names:
        _tell_list(name, _loaded(name), name in default, as_json)
    if not names and not as_json:
        console.say("no built-in glossary")
    return 0


def _tell_list(name: str, listed: Glossary, default: bool, as_json: bool) -> None:
    kinds = Counter(str(term.kind or "no kind") for term in listed.terms)
    in_force = sum(term.in_force for term in listed.terms)
    if as_json:
        counts: dict[str, Any] = {"terms": len(listed.terms), "in_force": in_force, "kinds": dict(kinds)}
        console.result_json({"name": name, **counts, "default": default})
        return
    waiting = f", {in_force} of them in force" if in_force < len(listed.terms) else ""
    of_kinds = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    title = f"{name} (default)" if default else name
    console.result(f"{title}\t{len(listed.terms)} terms{waiting}\t{of_kinds}")


def _loaded(name: str | Path) -> Glossary:
    """The list of this name, or in this file. Raises TermListError."""
    import glossary

    try:
        return glossary.load(glossary.locate(name))
    except glossary.GlossaryError as error:
        raise TermListError(error.message, error.hint) from error


@click.command(context_settings=CONTEXT)
@click.argument("source", metavar="IN")
@click.argument("output", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--to", type=click.Choice(TO), help="Format of OUT, where its suffix does not say it.")
@click.option("--formulas", is_flag=True, help="In CSV, leave cells that a spreadsheet would take for formulas.")
@click.option("--force", is_flag=True, help="Overwrite OUT.")
@click.option("-q", "--quiet", is_flag=True, help="Nothing on standard error but errors.")
def convert(source: str, output: Path, to: str | None, formulas: bool, force: bool, quiet: bool) -> int:
    """Write the glossary IN, a file or a built-in list, as OUT: TSV, CSV, or OmegaT's .utf8, .txt or .tbx.

    What the format of OUT has no place for is left out, and said with the line of its entry.

    \b
    Examples:
      padan glossary convert glossary.tsv glossary.csv
      padan glossary convert military omegat/glossary/military.utf8
    """
    import glossary
    from translator.atomic_write import write_whole
    from translator.batch.report import several

    listed = _loaded(source)
    refuse_overwriting(output, [glossary.locate(source)], force)
    try:
        data, lost = glossary.render(listed.terms, Path(f"x.{to}") if to else output, harmless=not formulas)
    except glossary.GlossaryError as error:
        raise TermListError(error.message, f"{error.hint}; or --to FORMAT") from error
    write_whole(output, data, "choose another place for the output")
    console.result(str(output))
    if quiet:
        return 0
    for notice in (*listed.notices, *lost):
        console.say(f"warning: {notice}")
    console.say(f"{several(len(listed.terms), 'term')}, {several(len(lost), 'warning')}")
    return 0
