"""padan.toml: defaults for `padan translate`, under [translate], by the long names of its options.

Read from the user's configuration folder, then from the folder where the command runs; of two, the latter counts, and
the command line counts more than both. A relative path starts at the file that holds it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from glossary import is_name
from translator.errors import ConfigError

NAME = "padan.toml"
TABLE = "translate"
_HELP = "see `padan translate --help`"


class Configured(click.Command):
    """A command whose defaults may come from padan.toml."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not ctx.resilient_parsing and not set(args) & set(ctx.help_option_names):
            ctx.default_map = defaults(self, ctx, places(os.environ))
        return super().parse_args(ctx, args)


def places(environment: Mapping[str, str]) -> list[Path]:
    """Where a padan.toml may be; of two, the later counts."""
    home = environment.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return [Path(home, "padan", NAME), Path(NAME)]


def defaults(command: click.Command, ctx: click.Context, files: list[Path]) -> dict[str, Any]:
    """The value of each parameter that a file sets, by the parameter's name. Raises ConfigError."""
    options = _options(command)
    values: dict[str, Any] = {}
    for file in files:
        try:
            text = file.read_text("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, UnicodeDecodeError) as error:
            if isinstance(error, PermissionError) and not os.access(file.parent, os.X_OK):
                continue  # a home that cannot be entered, as of another user in a container
            raise ConfigError(f"{file}: cannot be read: {error}", "it must be UTF-8 text in TOML") from error
        for key, value in _table(file, text).items():
            try:
                option, positive = options[key]
                values[str(option.name)] = _checked(option, positive, value, file.parent, ctx)
            except KeyError:
                raise ConfigError(f"{_place(file, text, key)}: unknown key {key}", _near(key, list(options))) from None
            except (click.BadParameter, ValueError) as error:
                message = error.message if isinstance(error, click.BadParameter) else error
                raise ConfigError(f"{_place(file, text, key)}: {key}: {message}", _HELP) from None
    return values


def _options(command: click.Command) -> dict[str, tuple[click.Option, bool]]:
    """Each long name without its dashes: the option, and whether the name switches it on."""
    options = [param for param in command.params if isinstance(param, click.Option)]
    names = [(name, option, True) for option in options for name in option.opts]
    names += [(name, option, False) for option in options for name in option.secondary_opts]
    return {name[2:]: (option, positive) for name, option, positive in names if name.startswith("--")}


def _table(file: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ConfigError(f"{file}{':' + line[1] if line else ''}: not TOML: {error}", "see https://toml.io") from None
    for key, value in content.items():
        if key != TABLE or not isinstance(value, dict):
            raise ConfigError(f"{_place(file, text, key)}: unknown key {key}", f"the keys belong under [{TABLE}]")
    table: dict[str, Any] = content.get(TABLE, {})
    return table


def _checked(option: click.Option, positive: bool, value: Any, folder: Path, ctx: click.Context) -> Any:
    """The value as the option takes it. Raises ValueError or click.BadParameter."""
    if option.is_flag:
        return _of(bool, value, "true or false") is positive
    if option.multiple:
        items = value if isinstance(value, list) else [value]
        value = [_located(option, _of(str, item, "a text or a list of texts"), folder) for item in items]
    elif isinstance(option.type, click.types.IntParamType):
        value = _of(int, value, "a whole number")
    else:
        value = _located(option, _of(str, value, "a text"), folder)
    option.type_cast_value(ctx, value)
    return value


def _of(kind: type, value: Any, wanted: str) -> Any:
    if type(value) is not kind:
        raise ValueError(f"{value!r} is not {wanted}")
    return value


def _located(option: click.Option, value: str, folder: Path) -> str:
    if option.name == "glossaries" and is_name(value):
        return value
    path = folder / Path(value).expanduser()
    named = isinstance(option.type, click.Path) or (option.name == "model" and "/" in value and path.exists())
    return f"{path}/" if named and value.endswith("/") else str(path) if named else value


def _place(file: Path, text: str, key: str) -> str:
    """`file:line` of a key, as far as its line can be told."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*(=|\.|\])""", line):
            return f"{file}:{number}"
    return str(file)


def _near(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, 1)
    return f"did you mean {near[0]}?" if near else _HELP
