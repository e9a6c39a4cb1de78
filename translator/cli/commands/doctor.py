"""`padan doctor`: what is installed, which model and engine would be used, and is it healthy."""

from __future__ import annotations

from dataclasses import asdict

import click

from translator.cli import console
from translator.cli.commands.translate import settings_of, translate
from translator.cli.lazy import CONTEXT
from translator.errors import PadanError


@click.command(context_settings=CONTEXT)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
def doctor(as_json: bool) -> int:
    """Show what is installed and which model would translate, and try it.

    The choices of padan.toml count. Exits with 4 where the model cannot be used, 6 where a glossary cannot.

    \b
    Example:
      padan doctor --json
    """
    from translator.cli.health import checks

    settings = settings_of(translate.make_context("translate", ["-"]).params)
    found = list(checks(settings))
    broken = [check for check in found if check.needed and not check.ok]
    error = PadanError("; ".join(f"{check.name}: {check.seen}" for check in broken)) if broken else None
    if error:
        error.code, error.exit_code = broken[0].code, broken[0].exit_code
    if as_json:
        ending = console.failure(error) if error else {"ok": True, "exit_code": 0}
        looked = [{key: value for key, value in asdict(check).items() if "code" not in key} for check in found]
        console.result_json({**ending, "checks": looked})
    else:
        for check in found:
            console.result(f"{'ok ' if check.ok else 'BAD' if check.needed else '-- '} {check.name}: {check.seen}")
    return error.exit_code if error else 0
