"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def glossary_option(help_text: str, required: bool = False) -> Callable[[_Command], _Command]:
    """The option `-g`, as often as wanted; the command gets it as `glossaries`, a tuple of paths and names."""
    return click.option(
        "-g",
        "--glossary",
        "glossaries",
        multiple=True,
        required=required,
        type=click.Path(readable=False, path_type=Path),
        metavar="FILE|NAME",
        help=help_text,
    )
