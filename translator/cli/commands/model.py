"""`padan model`: the models on this machine, and those that could be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from translator.cli import console
from translator.cli.lazy import CONTEXT, LazyGroup
from translator.errors import ModelError, UsageError

MODULES = {
    "list": "translator.cli.commands.model:listed",
    "pull": "translator.cli.commands.model_acquire:pull",
    "import": "translator.cli.commands.model_acquire:import_",
    "export": "translator.cli.commands.model:export",
    "info": "translator.cli.commands.model:info",
    "verify": "translator.cli.commands.model:verify",
    "remove": "translator.cli.commands.model:remove",
}


@click.group(cls=LazyGroup, modules=MODULES, context_settings=CONTEXT)
def model() -> None:
    """Get models and look after them; `pull` is the only command of Padan's that opens a connection.

    \b
    Examples:
      padan model list
      padan model pull
      padan model import /media/usb/opus-mt-id-en.padan.zip
    """


def as_json(command: Callable[..., int]) -> Callable[..., int]:
    return click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")(command)


@click.command("list", context_settings=CONTEXT)
@as_json
def listed(as_json: bool) -> int:
    """Show the models on this machine, and the public ones that can be pulled.

    The one marked * translates where no other is named: of those that were pulled the best published BLEU, else the
    newest. What an imported model says of its own quality is shown as its claim, and counts for nothing.

    \b
    Example:
      padan model list
    """
    from translator.cli.model_table import rows

    found = rows()
    if as_json:
        console.result_json({"ok": True, "models": found, "exit_code": 0})
        return 0
    for row in found:
        console.result(_line(row))
    console.say("* translates by default, + is here too; the others: padan model pull NAME")
    return 0


def _line(row: Mapping[str, Any]) -> str:
    """A model as a line of the list."""
    if row["problem"]:
        return f"! {row['name']}: {row['problem']}"
    mark = "+" if row["installed"] else " "
    if row["used"]:
        mark = "*"
    quality = "BLEU not published"
    if row["bleu"]:
        claim = ", its own claim" if row["claimed"] else ""
        quality = f"BLEU {row['bleu']} ({row['test']}{claim})"
    size = f"{row['size'] / 1e6:,.0f} MB" if row["size"] else "size not stated"
    notes = f"; {row['notes']}" if row["notes"] else ""
    return f"{mark} {row['name']}: {quality}, {size}, {row['licence']}{notes}"


@click.command(context_settings=CONTEXT)
@click.argument("name")
@as_json
def info(name: str, as_json: bool) -> int:
    """Show what is known of a model: where it is from, its licence, its quality, how well its word links hit.

    \b
    Example:
      padan model info opus-mt-id-en
    """
    from translator.cli.model_table import facts

    found = facts(name)
    if as_json:
        console.result_json({"ok": True, **found, "exit_code": 0})
        return 0
    for key, value in found.items():
        if value in (None, "", {}):
            continue
        shown = value
        if key == "alignment":
            shown = f"layer {value['layer']}, head {value['head']}: {links(value)}"
        console.result(f"{key.replace('_', ' ')}: {shown}")
    return 0


def links(alignment: Mapping[str, Any]) -> str:
    """How well a model's word links hit."""
    right, tokens = alignment.get("right", 0), alignment.get("tokens", 0)
    return f"word links right on {right} of the probe's {tokens} tokens ({right / max(1, tokens):.1%})"


@click.command(context_settings=CONTEXT)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@as_json
def verify(names: tuple[str, ...], as_json: bool) -> int:
    """Compare every file of models (all, where none is named) with their manifests; one flipped bit is found.

    Exits with 4 where one is damaged, and says what repairs it.

    \b
    Example:
      padan model verify
    """
    from translator.cli.model_table import checks

    found = checks(names)
    broken = [problem for _, _, problem in found if problem]
    ending: dict[str, Any] = {"ok": True, "exit_code": 0}
    if broken:
        messages = "; ".join(problem.message for problem in broken)
        ending = console.failure(ModelError(messages, broken[0].hint))
    rows = []
    for name, files, problem in found:
        line = f"BAD {name}: {problem.message}; {problem.hint}" if problem else f"ok  {name}: {files} files"
        detail = console.detail(problem) if problem else None
        rows.append({"name": name, "ok": not problem, "files": files, "error": detail})
        if not as_json:
            console.result(line)
    if as_json:
        console.result_json({**ending, "models": rows})
    return int(ending["exit_code"])


@click.command(context_settings=CONTEXT)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@as_json
def remove(names: tuple[str, ...], as_json: bool) -> int:
    """Delete models from this machine, and what interrupted downloads of them have left. The starter stays.

    \b
    Example:
      padan model remove opus-mt-id-en
    """
    from translator.cli.model_table import installed
    from translator.models import store

    if store.STARTER in names:
        raise UsageError("the starter is a part of Padan", "remove others")
    found = []
    for name in names:
        partial = store.partial_name(name)
        here = partial if partial and not store.find(name) else installed(name).name
        if here not in found:
            found.append(here)
    freed = 0
    for here in found:
        freed += store.remove(here)
    if as_json:
        console.result_json({"ok": True, "removed": found, "bytes": freed, "exit_code": 0})
    else:
        console.say(f"removed: {', '.join(found)} ({freed / 1e6:,.0f} MB)")
    return 0


@click.command(context_settings=CONTEXT)
@click.argument("name")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Default: NAME.padan.zip here.")
@click.option("--force", is_flag=True, help="Overwrite the file.")
@as_json
def export(name: str, output: str | None, force: bool, as_json: bool) -> int:
    """Write a model to one file, for a machine without a network; `padan model import` takes it there.

    \b
    Example:
      padan model export opus-mt-id-en -o /media/usb/
    """
    from translator.cli.model_table import installed
    from translator.models import acquire

    one = installed(name)
    usual = f"{one.name}.padan.zip"
    file = Path(output or usual)
    if file.is_dir() or (output and output.endswith("/")):
        file /= usual
    acquire.export(one, file, force)
    if as_json:
        console.result_json({"ok": True, "file": str(file), "bytes": file.stat().st_size, "exit_code": 0})
    else:
        console.result(str(file))
    return 0
