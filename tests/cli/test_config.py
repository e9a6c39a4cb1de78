"""padan.toml: what it may say, what counts more, and what is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
import pytest

from translator.cli.commands.translate import settings_of, translate
from translator.cli.config import ConfigFile, Defaults, defaults, places
from translator.errors import ConfigError
from translator.settings import Selection, Settings


def read(*files: Path) -> dict[str, Any]:
    return read_all(*files).values


def read_all(*files: Path, own: bool = True) -> Defaults:
    return defaults(translate, click.Context(translate), [ConfigFile(path, own) for path in files])


def file(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "padan.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_user_s_file_is_read_before_the_folder_s() -> None:
    assert places({"XDG_CONFIG_HOME": "/c"}) == [
        ConfigFile(Path("/c/padan/padan.toml"), own=True),
        ConfigFile(Path("padan.toml")),
    ]
    assert places({})[0].path == Path("~/.config/padan/padan.toml").expanduser()


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path / "padan.toml", tmp_path / "a" / "padan.toml", file(tmp_path / "b", "")) == {}


def test_keys_are_the_long_names_of_the_options(tmp_path: Path) -> None:
    text = """
    [translate]
    beam = 1
    engine = "marian"
    wrapped = true
    no-keep-names = true
    default-glossary = false
    bilingual = ["tsv", "jsonl"]
    quiet = false
    """
    assert read(file(tmp_path, text)) == {
        "beam": 1,
        "engine": "marian",
        "wrapped": True,
        "keep_names": False,
        "default_glossary": False,
        "bilingual": ["tsv", "jsonl"],
        "quiet": False,
    }


def test_of_two_files_the_later_counts_and_what_it_leaves_out_stays(tmp_path: Path) -> None:
    user = file(tmp_path / "user", "[translate]\nbeam = 1\nstrict = true\n")
    project = file(tmp_path / "project", "[translate]\nbeam = 2\n")
    assert read(user, project) == {"beam": 2, "strict": True}


def test_a_relative_path_starts_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "models" / "mine").mkdir(parents=True)
    text = '[translate]\nglossary = "terms.tsv"\nmodel = "models/mine"\noutput = "english/"\n'
    assert read(file(tmp_path, text)) == {
        "glossaries": [str(tmp_path / "terms.tsv")],
        "model": str(tmp_path / "models" / "mine"),
        "output": f"{tmp_path}/english/",
    }


def test_the_name_of_a_built_in_list_is_no_path(tmp_path: Path) -> None:
    text = '[translate]\nglossary = ["military", "./lists/mine.tsv"]\n'
    assert read(file(tmp_path, text)) == {"glossaries": ["military", str(tmp_path / "lists" / "mine.tsv")]}


@pytest.mark.parametrize("model", ["starter", "Helsinki-NLP/opus-mt-id-en"])
def test_the_name_of_a_model_is_no_path(tmp_path: Path, model: str) -> None:
    (tmp_path / "starter").mkdir()
    assert read(file(tmp_path, f'[translate]\nmodel = "{model}"\n')) == {"model": model}


def test_the_command_line_counts_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file(tmp_path, '[translate]\nbeam = 1\nwrapped = true\nglossary = ["a.tsv"]\nengine = "marian"\n')
    arguments = ["x.txt", "--beam", "3", "--no-wrapped", "-g", "b.tsv"]
    settings = settings_of(translate.make_context("translate", arguments))
    assert settings == Settings(glossaries=(Path("b.tsv"),), beam=3, engine="marian")


def test_tables_say_by_pattern_which_columns_and_fields_are_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file(tmp_path, "[columns]\n'*.csv' = 'judul, isi'\n[fields]\n'a/*.json' = ['isi', 'x.*.y']\n")
    settings = settings_of(translate.make_context("translate", ["x.txt", "--fields", "teks"]))
    assert settings.columns == (Selection("*.csv", ("judul", "isi")),)
    assert settings.fields == (Selection("*", ("teks",)), Selection("a/*.json", ("isi", "x.*.y")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[columns]\n'*.csv' = 3\n", ":2: *.csv: 3 is not a text or a list of texts"),
        ("[fields]\n\n'*' = 'a,,b'\n", ":3: *: 'a,,b' does not name columns or fields with commas between"),
        ("[translate]\n\nbeem = 3\n", ":3: unknown key beem"),
        ("beam = 3\n", ":1: unknown key beam"),
        ("[translat]\nbeam = 3\n", ":1: unknown key translat"),
        ("[translate]\nbeam = '3'\n", ":2: beam: '3' is not a whole number"),
        ("[translate]\nbeam = true\n", ":2: beam: True is not a whole number"),
        ("[translate]\nbeam = 0\n", ":2: beam: 0 is not in the range 1<=x<=32."),
        ("[translate]\nwrapped = 1\n", ":2: wrapped: 1 is not true or false"),
        ("[translate]\nmodel = 1\n", ":2: model: 1 is not a text"),
        ("[translate]\nglossary = ['a', 1]\n", ":2: glossary: 1 is not a text or a list of texts"),
        ("[translate]\nengine = 'ct'\n", ":2: engine: 'ct' is not one of 'ct2', 'marian'."),
        ("[translate]\nbeam == 3\n", ":2: not TOML: Invalid value (at line 2, column 7)"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = file(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        read(path)
    assert (caught.value.message, caught.value.exit_code) == (f"{path}{message}", 7)


def test_a_mistyped_key_is_guessed(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read(file(tmp_path, "[translate]\nglosary = 'a.tsv'\n"))
    assert caught.value.hint == "did you mean glossary?"


def test_a_folder_s_file_is_told_and_the_user_s_own_is_not(tmp_path: Path) -> None:
    path = file(tmp_path, "[translate]\nbeam = 1\nstrict = true\n")
    assert read_all(path, own=False) == Defaults(
        {"beam": 1, "strict": True}, (f"{path} of this folder is in force: beam, strict",)
    )
    assert read_all(path).notices == ()
    assert read_all(file(tmp_path, ""), own=False) == Defaults({})


@pytest.mark.parametrize(
    "line",
    [
        *('output = "x"', "force = true", "no-force = true", 'log = "x"', "quiet = true", "no-quiet = false"),
        *('runner = "dask"', 'scheduler = "tcp://node1:8786"', "watch = true"),
    ],
)
def test_a_folder_s_file_may_not_say_where_to_write_nor_be_quiet(tmp_path: Path, line: str) -> None:
    path = file(tmp_path, f"[translate]\n{line}\n")
    with pytest.raises(ConfigError, match=r":2: .*may not be set in the padan\.toml of a folder"):
        read_all(path, own=False)
    assert len(read_all(path).values) == 1


@pytest.mark.parametrize("value", ["../x.tsv", "a/../../x.tsv", "/etc/x.tsv", "~/x.tsv", "link/x.tsv"])
@pytest.mark.parametrize("key", ["glossary", "model"])
def test_a_folder_s_file_names_paths_below_it_only(tmp_path: Path, key: str, value: str) -> None:
    (tmp_path / "elsewhere" / "x.tsv").mkdir(parents=True)
    path = file(tmp_path / "project", f'[translate]\n{key} = "{value}"\n')
    (tmp_path / "project" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ConfigError, match="is not below the folder of this padan"):
        read_all(path, own=False)
    assert len(read_all(path).values) == 1
    (tmp_path / "project" / "in").mkdir()
    path = file(tmp_path / "project", f'[translate]\n{key} = "./in/../in"\n')
    assert len(read_all(path, own=False).values) == 1


def test_a_pipe_or_a_folder_in_the_place_of_the_file_is_an_error_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "padan.toml")
    (tmp_path / "folder" / "padan.toml").mkdir(parents=True)
    for path in (tmp_path / "padan.toml", tmp_path / "folder" / "padan.toml"):
        with pytest.raises(ConfigError, match="not a regular file"):
            read(path)


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "{b = " * 50_000, f"a = '{'x' * 2**20}'"])
def test_a_file_that_is_nested_too_deep_or_too_large_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(file(tmp_path, text))
    assert caught.value.exit_code == 7


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "padan.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read"):
        read(tmp_path / "padan.toml")
