"""The command line: parse, one call, an exit code. Each command is a module, imported when it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import takewhile

import click

from translator.cli import console
from translator.cli.lazy import CONTEXT, LazyGroup
from translator.errors import ReaderGoneError

COMMANDS = {
    "translate": "translator.cli.commands.translate:translate",
    "check": "translator.cli.commands.check:check",
    "apply": "translator.cli.commands.apply:apply",
    "memory": "translator.cli.commands.memory:memory",
    "glossary": "translator.cli.commands.glossary:glossary",
    "model": "translator.cli.commands.model:model",
    "doctor": "translator.cli.commands.doctor:doctor",
    "completion": "translator.cli.commands.completion:completion",
}
# What `padan --help` says of each, so that it need not import them: the first sentence of the command's docstring.
SUMMARIES = {
    "translate": "Translate files, a folder, or standard input (-).",
    "check": "Check Indonesian-English TSV, JSONL, TMX, XLIFF or DOCX files of anybody, and pages of Padan's.",
    "apply": "Make the translated document anew from a bilingual file that was edited: TSV, JSONL, TMX, XLIFF or DOCX.",
    "memory": "Work on a translation memory: what people reviewed, and what engines made.",
    "glossary": "Work on term lists.",
    "model": "Get models and look after them; `pull` is the only command of Padan's that opens a connection.",
    "doctor": "Show what is installed and which model would translate, and try it.",
    "completion": "Print the completion script of a shell.",
}


@click.group(cls=LazyGroup, modules=COMMANDS, summaries=SUMMARIES, context_settings=CONTEXT)
@click.version_option(package_name="padan")
def padan() -> None:
    """Translate Indonesian documents into English, with your glossary obeyed.

    \b
    Example:
      padan translate berita.id.txt -g glossary.tsv
    writes berita.en.txt and, beside it, an aligned bilingual TSV and HTML page.
    """


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; no exception of ours or of others comes out."""
    if args is None:
        args = sys.argv[1:]
    # Whether JSON is wanted, by a first look; a command that has parsed its options corrects it.
    output_form = {"json": "--json" in _options(args)}
    try:
        exit_code: int | None = padan.main(list(args), prog_name="padan", standalone_mode=False, obj=output_form)
    except SystemExit as stop:  # of click: it has completed a word for a shell, or nobody reads its help
        if "_PADAN_COMPLETE" not in os.environ:
            return ReaderGoneError.exit_code
        exit_code = int(stop.code or 0)
    except (KeyboardInterrupt, Exception) as error:
        exit_code = console.fail(error, output_form["json"])
    return exit_code or 0


def _options(args: Sequence[str]) -> list[str]:
    """The arguments before a `--`; what follows one is the name of a file."""
    return list(takewhile("--".__ne__, args))
