"""`padan memory`: the translation memory, filled from bilingual files and written as such."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translator.cli import console
from translator.cli.exit_status import exit_code_of, some_failed
from translator.cli.lazy import CONTEXT, LazyGroup
from translator.cli.overwriting import refuse_overwriting
from translator.errors import OutputError, PadanError, UsageError

if TYPE_CHECKING:
    from translator.memory.entry import Reviewed
    from translator.memory.store import Memory

MODULES = {
    "import": "translator.cli.commands.memory:import_",
    "export": "translator.cli.commands.memory:export",
    "search": "translator.cli.commands.memory_care:search",
    "stats": "translator.cli.commands.memory_care:stats",
    "prune": "translator.cli.commands.memory_care:prune",
}
ENTRIES_AT_ONCE = 10_000  # that are written in one transaction

_Command = TypeVar("_Command", bound=Callable[..., Any])


@click.group(cls=LazyGroup, modules=MODULES, context_settings=CONTEXT)
def memory() -> None:
    """Work on a translation memory: what people reviewed, and what engines made.

    \b
    Examples:
      padan memory import agency.tmx --memory memory.sqlite
      padan memory search pelabuhan --memory english/
    """


def memory_option(command: _Command) -> _Command:
    """The option `--memory`, which the command gets as a path."""
    return click.option(
        "--memory",
        "path",
        required=True,
        type=click.Path(readable=False, path_type=Path),
        metavar="FILE",
        help="The memory; of an output folder that in its .padan/.",
    )(command)


def json_option(command: _Command) -> _Command:
    return click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")(command)


@click.command("import", context_settings=CONTEXT)
@click.argument("files", nargs=-1, required=True, metavar="BILINGUAL...", type=click.Path(path_type=Path))
@memory_option
@json_option
def import_(files: tuple[Path, ...], path: Path, as_json: bool) -> int:
    """Take over TSV, JSONL, TMX, XLIFF or two-column DOCX files; the memory is made where it is missing.

    A TSV has a header with at least source and target, or two columns without one. Rows count as reviewed, unless their
    origin is an engine and nobody has reviewed them: those are only offered where a sentence is like theirs.

    \b
    Example:
      padan memory import agency.tmx berita.en.txt.id-en.tsv --memory memory.sqlite
    """
    from translator.memory.store import opened, path_of

    counts = {"reviewed": 0, "imported": 0}
    failures: list[tuple[Path, PadanError]] = []
    files = tuple(dict.fromkeys(files))
    with opened(path_of(path, Path())) as store:
        for file in files:
            try:
                for kind, number in _import_file(file, store).items():
                    counts[kind] += number
            except OutputError:  # of the memory
                raise
            except PadanError as unreadable:
                failures.append((file, unreadable))
    error = _error_of(failures, len(files))
    if as_json:
        details = [{"file": str(file), **console.detail(each)} for file, each in failures]
        console.result_json(console.ending(error) | counts | {"failures": details})
        return exit_code_of(error)
    for _, each in failures:
        if each is not error:
            console.complain(each)
    console.say(f"{counts['reviewed']:,} reviewed, {counts['imported']:,} of engines")
    if error:
        console.complain(error)
    return exit_code_of(error)


def _import_file(file: Path, store: Memory) -> dict[str, int]:
    """Take over a file. Returns how many of its rows are reviewed, and how many are an engine's."""
    from translator.bilingual.reading import read
    from translator.bitext import Origin, Pair
    from translator.memory.entry import Reviewed

    reviewed: list[Reviewed] = []
    imported: list[Reviewed] = []
    pairs: list[Pair] = [each.pair for each in read(file)]
    for pair in pairs:
        given = Reviewed(pair.source, pair.target, file.name, pair.links)
        if pair.reviewed or pair.origin is Origin.MEMORY:
            reviewed.append(given)
        elif pair.origin is Origin.ENGINE:
            imported.append(given)
    counts = {"reviewed": 0, "imported": 0}
    for some in _portions(reviewed):
        counts["reviewed"] += store.remember_reviewed(some)
    for some in _portions(imported):
        counts["imported"] += store.remember_imported(some)
    return counts


def _portions(entries: Iterable[Reviewed]) -> Iterator[list[Reviewed]]:
    waiting = iter(entries)
    while some := list(islice(waiting, ENTRIES_AT_ONCE)):
        yield some


def _error_of(failures: list[tuple[Path, PadanError]], files: int) -> PadanError | None:
    if not failures:
        return None
    if files == 1:
        return failures[0][1]
    return some_failed(len(failures), files, "could not be read", "the others are in the memory")


@click.command(context_settings=CONTEXT)
@click.argument("output", metavar="OUT", type=click.Path(path_type=Path))
@memory_option
@click.option("--reviewed", is_flag=True, help="Only what people reviewed.")
@click.option("--force", is_flag=True, help="Overwrite OUT.")
def export(output: Path, path: Path, reviewed: bool, force: bool) -> int:
    """Write the memory as .tmx, .tsv or .jsonl, for other tools and for another memory.

    \b
    Example:
      padan memory export reviewed.tmx --reviewed --memory english/
    """
    from translator.atomic_write import write_whole
    from translator.cli.memory_rows import FORMATS, rows_of
    from translator.memory.store import opened, path_of

    if output.suffix.lower() not in FORMATS:
        raise UsageError(f"{output}: a memory is not written in this format", f"choose one of {', '.join(FORMATS)}")
    source = path_of(path, Path())
    refuse_overwriting(output, [source], force)
    with opened(source, make=False) as store:
        chunks = FORMATS[output.suffix.lower()](rows_of(store, reviewed))
        write_whole(output, chunks, "choose another place for the output")
    console.result(str(output))
    return 0
