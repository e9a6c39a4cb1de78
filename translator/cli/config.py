"""padan.toml: defaults for `padan translate`, under [translate], by the long names of its options.

The tables [columns] and [fields] say what of tables and of data is text, by patterns of the documents' names.

Read from the user's configuration folder, then from the folder where the command runs; of two, the latter counts, and
the command line counts more than both. A relative path starts at the file that holds it.

The file in the working folder may have come with a download, so it is not trusted: whenever it is in force a note says
so, it may not say where anything is written nor keep Padan quiet, and its paths stay below it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import click

from glossary import is_name
from translator import folders
from translator.errors import ConfigError, UsageError
from translator.settings import Selection

NAME = "padan.toml"
TABLE = "translate"
SELECTION_TABLES = ("columns", "fields")
NOTICES = "padan.config_notices"  # in the context's `meta`: lines about the files that are in force
SELECTIONS = "padan.config_selections"  # in the context's `meta`: what the files say is text in tables and data
# Options that only the user's own file may set.
OWN_ONLY = frozenset({"output", "force", "log", "quiet", "memory", "runner", "scheduler", "watch"})
LARGEST_FILE = 2**20  # bytes: a configuration of this size is none
_HELP = "see `padan translate --help`"


class ConfigFile(NamedTuple):
    """Where a padan.toml may be. own: it is in the user's configuration folder; else it is not trusted."""

    path: Path
    own: bool = False


class Configured(click.Command):
    """A command whose defaults may come from padan.toml."""

    def configured(self) -> click.Command:
        """The command whose options the file may set."""
        return self

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        wants_help = bool(set(args) & set(ctx.help_option_names))
        if not ctx.resilient_parsing and not wants_help:
            found = defaults(self.configured(), ctx, places(os.environ))
            ctx.default_map = found.values
            ctx.meta[NOTICES] = found.notices
            ctx.meta[SELECTIONS] = found.selections
        return super().parse_args(ctx, args)


@dataclass(frozen=True, slots=True)
class Defaults:
    """values: of each parameter that a file sets, by the parameter's name. notices: lines for the user.

    selections: of each table that says what of documents is text, what it says; of two files, the later first.
    """

    values: dict[str, Any]
    notices: tuple[str, ...] = ()
    selections: Mapping[str, tuple[Selection, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a key of the file sets. positive: the key switches its option on, not off."""

    option: click.Option
    positive: bool


def places(environment: Mapping[str, str]) -> list[ConfigFile]:
    """Where a padan.toml may be; of two, the later counts."""
    return [ConfigFile(folders.config(environment) / NAME, own=True), ConfigFile(Path(NAME))]


def defaults(command: click.Command, ctx: click.Context, files: list[ConfigFile]) -> Defaults:
    """What the files set. Raises ConfigError."""
    settings = _settings(command)
    values: dict[str, Any] = {}
    selections: dict[str, tuple[Selection, ...]] = {}
    notices: list[str] = []
    for file in files:
        text = _read(file.path)
        if text is None:
            continue
        tables = _tables(file.path, text)
        table = tables.get(TABLE, {})
        for name in set(SELECTION_TABLES) & set(tables):
            selections[name] = (*_selections(file.path, text, tables[name]), *selections.get(name, ()))
        for key, value in table.items():
            setting = settings.get(key)
            if setting is None:
                place = _place(file.path, text, key)
                raise ConfigError(f"{place}: unknown key {key}", _suggestion(key, list(settings)))
            try:
                values[str(setting.option.name)] = _checked(setting, value, file, ctx)
            except click.BadParameter as error:
                raise ConfigError(f"{_place(file.path, text, key)}: {key}: {error.message}", _HELP) from None
            except ValueError as error:
                raise ConfigError(f"{_place(file.path, text, key)}: {key}: {error}", _HELP) from None
        in_force = [*table, *(f"[{name}]" for name in SELECTION_TABLES if tables.get(name))]
        if in_force and not file.own:
            notices.append(f"{file.path} of this folder is in force: {', '.join(in_force)}")
    return Defaults(values, tuple(notices), selections)


def _selections(file: Path, text: str, table: Mapping[str, Any]) -> Iterator[Selection]:
    """What a table says is text, by patterns of the documents' names."""
    for pattern, value in table.items():
        try:
            named = value if isinstance(value, list) else [value]
            yield selection_of(pattern, ",".join([_of(str, part, "a text or a list of texts") for part in named]))
        except ValueError as error:
            raise ConfigError(f"{_place(file, text, pattern)}: {pattern}: {error}", _HELP) from None


def selection_of(pattern: str, given: str) -> Selection:
    """The selection of what is named with commas between. Raises ValueError where nothing is."""
    parts = list(map(str.strip, given.split(",")))
    if not all(parts):
        raise ValueError(f"{given!r} does not name columns or fields with commas between")
    return Selection(pattern, tuple(parts))


def selections_of(given: str | None) -> tuple[Selection, ...]:
    """What --columns or --fields says is text, in all documents. Raises UsageError."""
    if given is None:
        return ()
    try:
        return (selection_of("*", given),)
    except ValueError as error:
        raise UsageError(str(error), "such as --columns judul,isi or --fields berita.*.judul") from error


def _read(path: Path) -> str | None:
    """The text of a file; None where there is none, or where its folder cannot be entered."""
    try:
        if not path.is_file():
            if path.exists():
                raise ConfigError(f"{path}: not a regular file", "it must be UTF-8 text in TOML")
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise ConfigError(f"{path}: larger than {LARGEST_FILE:,} bytes", "it must be UTF-8 text in TOML")
        return data.decode("utf-8").replace("\r\n", "\n")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, PermissionError) and not os.access(path.parent, os.X_OK):
            return None  # a home that cannot be entered, as of another user in a container
        raise ConfigError(f"{path}: cannot be read: {error}", "it must be UTF-8 text in TOML") from error


def _settings(command: click.Command) -> dict[str, _Setting]:
    """What each long name without its dashes sets."""
    settings: dict[str, _Setting] = {}
    for option in command.params:
        if not isinstance(option, click.Option):
            continue
        switches_on, switches_off = _Setting(option, True), _Setting(option, False)
        settings |= dict.fromkeys(option.opts, switches_on)
        settings |= dict.fromkeys(option.secondary_opts, switches_off)
    return {name[2:]: setting for name, setting in settings.items() if name.startswith("--")}


def _tables(file: Path, text: str) -> dict[str, dict[str, Any]]:
    """The tables of a file, each with its keys."""
    import tomllib

    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        place = f"{file}:{line[1]}" if line else str(file)
        raise ConfigError(f"{place}: not TOML: {error}", "see https://toml.io") from None
    except RecursionError:
        raise ConfigError(f"{file}: nested too deep", "see https://toml.io") from None
    for key, value in content.items():
        if key not in (TABLE, *SELECTION_TABLES) or not isinstance(value, dict):
            raise ConfigError(f"{_place(file, text, key)}: unknown key {key}", f"the keys belong under [{TABLE}]")
    return content


def _checked(setting: _Setting, value: Any, file: ConfigFile, ctx: click.Context) -> Any:
    """The value as the option takes it. Raises ValueError or click.BadParameter."""
    option = setting.option
    if option.name in OWN_ONLY and not file.own:
        raise ValueError("may not be set in the padan.toml of a folder, only in your own or on the command line")
    if option.is_flag:
        return _of(bool, value, "true or false") is setting.positive
    if isinstance(option.type, click.types.IntParamType):
        value = _of(int, value, "a whole number")
    elif option.multiple:
        items = value if isinstance(value, list) else [value]
        value = []
        for item in items:
            text = _of(str, item, "a text or a list of texts")
            value.append(_located(option, text, file))
    else:
        value = _located(option, _of(str, value, "a text"), file)
    option.type_cast_value(ctx, value)
    return value


def _of(kind: type, value: Any, wanted: str) -> Any:
    if type(value) is not kind:
        raise ValueError(f"{value!r} is not {wanted}")
    return value


def _located(option: click.Option, value: str, file: ConfigFile) -> str:
    """A path as it is from the working folder; any other text as it stands. Raises ValueError."""
    if not _is_path(option, value, file.path.parent):
        return value
    path = file.path.parent / Path(value).expanduser()
    if not file.own and not path.resolve().is_relative_to(file.path.parent.resolve()):
        raise ValueError(f"{value} is not below the folder of this padan.toml; only your own may name such a path")
    if value.endswith("/"):
        return f"{path}/"
    return str(path)


def _is_path(option: click.Option, value: str, folder: Path) -> bool:
    if option.name == "glossaries":
        return not is_name(value)
    if option.name != "model":
        return isinstance(option.type, click.Path)
    path = Path(value)
    leads_away = path.is_absolute() or value.startswith(("~", ".")) or ".." in path.parts
    if leads_away:
        return True
    if "/" not in value:
        return False
    return (folder / path).exists()


def _place(file: Path, text: str, key: str) -> str:
    """`file:line` of a key, as far as its line can be told."""
    pattern = re.compile(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*(=|\.|\])""")
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.match(line):
            return f"{file}:{number}"
    return str(file)


def _suggestion(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, 1)
    if near:
        return f"did you mean {near[0]}?"
    return _HELP
