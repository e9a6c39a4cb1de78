"""`padan doctor`: what is installed, which model and engine would be used, and is it healthy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from translator.cli import console
from translator.cli.commands.translate import settings_of, translate
from translator.cli.lazy import CONTEXT
from translator.errors import PadanError

if TYPE_CHECKING:
    from translator.cli.health import HealthCheck


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

    settings = settings_of(translate.make_context("translate", ["-"]))
    found = list(checks(settings))
    broken = [check for check in found if check.needed and not check.ok]
    ending: dict[str, Any] = {"ok": True, "exit_code": 0}
    if broken:
        ending = console.failure(_error(broken))
    if as_json:
        console.result_json({**ending, "checks": list(map(_as_json, found))})
        return int(ending["exit_code"])
    for check in found:
        console.result(_line(check))
    return int(ending["exit_code"])


def _error(broken: list[HealthCheck]) -> PadanError:
    """All that is broken in one error, of the kind of the first."""
    error = PadanError("; ".join(f"{check.name}: {check.seen}" for check in broken))
    error.code = broken[0].code
    error.exit_code = broken[0].exit_code
    return error


def _as_json(check: HealthCheck) -> dict[str, Any]:
    return {"name": check.name, "ok": check.ok, "seen": check.seen, "needed": check.needed}


def _line(check: HealthCheck) -> str:
    mark = "BAD" if check.needed else "-- "
    if check.ok:
        mark = "ok "
    return f"{mark} {check.name}: {check.seen}"
