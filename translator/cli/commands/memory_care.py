"""`padan memory search`, `stats` and `prune`: what is in the translation memory, and what need not be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translator.cli import console
from translator.cli.commands.memory import json_option, memory_option
from translator.cli.lazy import CONTEXT
from translator.errors import UsageError

if TYPE_CHECKING:
    from translator.document import Span
    from translator.memory.concordance import Concordance

WORDS_FOR_KINDS = {0: "engine", 1: "imported", 2: "reviewed"}  # of the entries, for people


@click.command(context_settings=CONTEXT)
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@memory_option
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Most sentences to show.")
@json_option
def search(words: tuple[str, ...], path: Path, limit: int, as_json: bool) -> int:
    """Show where a word or phrase stands in the memory, Indonesian or English, in all its forms.

    What people reviewed comes first. The word stands in square brackets.

    \b
    Examples:
      padan memory search tembak --memory english/
      padan memory search "armed forces" --memory memory.sqlite
    """
    from translator.memory.concordance import WordSearch, without_repetitions
    from translator.memory.store import opened, path_of

    phrase = " ".join(" ".join(words).split())
    if not any(map(str.isalnum, phrase)):
        raise UsageError(f"{phrase!r} is no word", "such as padan memory search kapal --memory FILE")
    with opened(path_of(path, Path()), make=False) as store:
        found = list(islice(without_repetitions(store.with_word(WordSearch(phrase))), limit + 1))
    shown, more = found[:limit], len(found) > limit
    if as_json:
        console.result_json({"ok": True, "more": more, "matches": list(map(_as_json, shown)), "exit_code": 0})
        return 0
    for each in shown:
        kind, document = WORDS_FOR_KINDS[each.example.kind], each.example.document
        console.result(f"{kind}: {document}" if document else kind)
        console.result(f"  {_bracketed(each.example.source, each.source_spans)}")
        console.result(f"  {_bracketed(each.example.target, each.target_spans)}")
    console.say(f"{len(shown)} shown, and there are more: --limit" if more else f"{len(shown)} found")
    return 0


def _as_json(found: Concordance) -> dict[str, Any]:
    example = found.example
    return {
        "source": example.source,
        "target": example.target,
        "origin": WORDS_FOR_KINDS[example.kind],
        "document": example.document,
        "source_spans": found.source_spans,
        "target_spans": found.target_spans,
    }


def _bracketed(text: str, spans: Sequence[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


@click.command(context_settings=CONTEXT)
@memory_option
@json_option
def stats(path: Path, as_json: bool) -> int:
    """Say what the memory holds, and whether its file is sound.

    \b
    Example:
      padan memory stats --memory english/
    """
    from translator.errors import OutputError
    from translator.memory.store import opened, path_of
    from translator.rules import rules_signature

    file = path_of(path, Path())
    with opened(file, make=False) as store:
        counts = {WORDS_FOR_KINDS[kind]: number for kind, number in store.count().items()}
        outdated = store.count_outdated(rules_signature())
        faults = store.faults()
    if faults:
        hint = "save what is left with padan memory export, and import that into a new one"
        raise OutputError(f"the translation memory {file} is damaged: {faults[0]}", hint)
    size = file.stat().st_size
    if as_json:
        values = {"ok": True, "entries": counts, "outdated": outdated, "bytes": size, "exit_code": 0}
        console.result_json(values)
        return 0
    for name, number in counts.items():
        console.result(f"{name}: {number:,}")
    console.result(f"of another version of Padan, and so never asked for: {outdated:,}")
    console.result(f"size: {size / 1000:,.0f} kB")
    return 0


@click.command(context_settings=CONTEXT)
@memory_option
@click.option("--unused", type=click.IntRange(1), metavar="DAYS", help="Also entries that did not come back for DAYS.")
@click.option("--reviewed", is_flag=True, help="With --unused, also what people reviewed.")
@json_option
def prune(path: Path, unused: int | None, reviewed: bool, as_json: bool) -> int:
    """Remove what an engine made under another version of Padan, which is never asked for again.

    What people reviewed stays, unless --unused and --reviewed say otherwise.

    \b
    Example:
      padan memory prune --unused 365 --memory english/
    """
    from translator.memory.store import opened, path_of
    from translator.rules import rules_signature

    if reviewed and unused is None:
        raise UsageError("--reviewed goes with --unused DAYS only", "name the days, or leave it out")
    with opened(path_of(path, Path()), make=False) as store:
        gone = store.prune(rules_signature(), unused, reviewed)
    if as_json:
        console.result_json({"ok": True, "removed": gone, "exit_code": 0})
    else:
        console.result(f"{gone:,} removed")
    return 0
