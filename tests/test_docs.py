"""The documentation agrees with the code: links, commands, tables."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from glossary.files import rows
from glossary.term import TermStatus
from tests.test_house import FLOORS
from translator import checks, formats
from translator.bilingual.base import FIELDS
from translator.bitext import Status
from translator.cli import padan
from translator.enforcement.repairs import REPAIRS
from translator.errors import PadanError

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob(".github/**/*.md")])
README = ROOT / "README.md"

# The others name options of benchmarks, too.
PAGES_FOR_USERS = [page for page in PAGES if page.name not in ("benchmarks.md", "CONTRIBUTING.md", "SECURITY.md")]
OPTIONS_OF_OTHERS = {
    "--pip-args",
    "--no-index",
    "--find-links",
    "--parsable",
    "--wrap",
    "--port",
    "--nthreads",
    "--nworkers",
}
# Parts of paths that stand for files to come.
INVENTED = ("NAME", "memo", "examples/out")

MAX_README_LINES = 130
MAX_README_WORDS = 1200
MAX_PAGE_IMAGE_BYTES = 200_000

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^ *(?:\$ |eval \"\$\()?(padan .*)$", re.MULTILINE)
_INLINE_COMMAND = re.compile(r"`(padan [^`]+)`")
_LONG_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*[a-z]")
_SHORT_OPTION = re.compile(r"(?<![\w-])-[a-z](?![\w-])")
_PATH = re.compile(r"(?<![\w./-])((?:translator|glossary|tests|benchmarks|training|examples|docs)/[\w./-]*[\w/])")
_SHELL = re.compile(r"\s#.*$|[<>|)].*$")  # a comment, and where the shell goes on


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def links(page: Path) -> Iterator[str]:
    """The relative links of a page, and those to a heading of its own."""
    for link in _LINK.findall(_FENCE.sub("", page.read_text("utf-8"))):
        if not re.match(r"[a-z]+:", link):
            yield link


def anchors(page: Path) -> set[str]:
    """The headings of a page as GitHub's links name them."""
    headings = _HEADING.findall(_FENCE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands(page: Path) -> Iterator[list[str]]:
    """The words of every `padan` command of a page, without comments, redirections and what follows a pipe."""
    text = page.read_text("utf-8")
    for line in [*_COMMAND.findall(text), *_INLINE_COMMAND.findall(text)]:
        yield shlex.split(_SHELL.sub("", line.rstrip('")')))[1:]


def commands_in(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """A command and all commands in it."""
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from commands_in(inner, click.Context(inner, context, info_name=name))


def shown_options() -> list[set[str]]:
    """The names of every option that a help shows."""
    shown = []
    for command, context in commands_in(padan, click.Context(padan)):
        for option in command.get_params(context):
            if isinstance(option, click.Option) and not option.hidden:
                shown.append({*option.opts, *option.secondary_opts})
    return shown


def table(name: str, heading: str) -> list[list[str]]:
    """The cells of the table whose first heading is `heading`, without their backticks."""
    text = text_of(name)
    start = text.index(f"\n| {heading} |") + 1
    lines = text[start:].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip().replace("`", "") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def first_column(name: str, heading: str) -> list[str]:
    return [cells[0] for cells in table(name, heading)]


def parse(args: list[str]) -> None:
    """Parse a command line as `padan` does, but run nothing and look at no file. Raises click.UsageError."""
    command: click.Command = padan
    context = click.Context(command, info_name="padan")
    while isinstance(command, click.Group) and args and not args[0].startswith("-"):
        name, *args = args
        found = command.get_command(context, name)
        if found is None:
            raise click.UsageError(f"no command {name}")
        command, context = found, click.Context(found, context, info_name=name)
    values, _, _ = command.make_parser(context).parse_args(list(args))
    for option in command.params:
        value = values.get(str(option.name))
        if isinstance(value, str) and isinstance(option.type, click.Choice):
            option.type.convert(value, option, context)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        is_known = target.exists() and target.is_relative_to(ROOT)
        if not is_known or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_of_a_page_can_be_parsed(page: Path) -> None:
    wrong = []
    for args in commands(page):
        try:
            parse(args)
        except click.UsageError as error:
            wrong.append(f"padan {shlex.join(args)}: {error.format_message()}")
    assert wrong == []


def test_the_readme_shows_commands() -> None:
    assert ["translate", "berita.id.txt", "-g", "glossary.tsv"] in list(commands(README))
    with pytest.raises(click.UsageError):
        parse(["translate", "--no-such-option", "berita.txt"])
    with pytest.raises(click.UsageError):
        parse(["glossary", "polish", "terms.tsv"])


@pytest.mark.parametrize("page", PAGES_FOR_USERS, ids=named)
def test_every_option_that_a_page_names_exists(page: Path) -> None:
    known = set().union(*shown_options()) | OPTIONS_OF_OTHERS
    assert sorted(set(_LONG_OPTION.findall(page.read_text("utf-8"))) - known) == []


def test_every_option_stands_on_a_page_for_users() -> None:
    text = "".join(page.read_text("utf-8") for page in [README, *ROOT.glob("docs/*.md")])
    written = {*_LONG_OPTION.findall(text), *_SHORT_OPTION.findall(text)}
    assert [names for names in shown_options() if not written & names] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_file_of_ours_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    modules = [
        f"{module.replace('.', '/')}" for module in re.findall(r"python -m ((?:benchmarks|training)[\w.]*)", text)
    ]
    paths = [path for path in _PATH.findall(text) if not any(part in path for part in INVENTED)]
    missing = [path for path in paths if not (ROOT / path).exists()]
    missing += [module for module in modules if not ((ROOT / module).is_dir() or (ROOT / f"{module}.py").is_file())]
    assert missing == []


def test_the_readme_is_short() -> None:
    text = README.read_text("utf-8")
    assert len(text.splitlines()) <= MAX_README_LINES
    assert len(text.split()) <= MAX_README_WORDS


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached = {README}
    waiting = [README]
    while waiting:
        page = waiting.pop()
        targets = {(page.parent / link.partition("#")[0]).resolve() for link in links(page)}
        new = {target for target in targets if target.suffix == ".md" and target.is_file()} - reached
        reached |= new
        waiting += new
    assert {*ROOT.glob("docs/*.md"), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"} <= reached


def test_the_picture_of_the_page_is_small() -> None:
    assert (ROOT / "docs/page.png").stat().st_size <= MAX_PAGE_IMAGE_BYTES


def test_the_table_of_exit_codes_is_that_of_the_code() -> None:
    known: dict[int, set[str]] = {0: set()}
    waiting: list[type[PadanError]] = [PadanError]
    while waiting:
        kind = waiting.pop()
        known.setdefault(kind.exit_code, set()).add(kind.code)
        waiting += kind.__subclasses__()
    written = {
        int(code): set(filter(None, codes.split(", "))) for code, _, codes in table("docs/command-line.md", "code")
    }
    assert written == known


def test_the_table_of_columns_is_that_of_the_bilingual_files() -> None:
    assert first_column("docs/bilingual.md", "column") == list(FIELDS)
    assert first_column("docs/bilingual.md", "status") == [status.value for status in Status]


def test_the_table_of_checks_is_that_of_the_code() -> None:
    known = [*checks.CHECKS, *checks.DOCUMENT_CHECKS]
    assert first_column("docs/checks.md", "check") == known
    assert first_column("docs/benchmarks.md", "check")[:-1] == known


def test_the_table_of_repairs_has_the_order_of_the_code() -> None:
    modules = [repair.__module__.rpartition(".")[2] for repair in REPAIRS]
    assert first_column("docs/enforcement.md", "repair") == modules


def test_the_table_of_documents_has_every_suffix() -> None:
    text = text_of("docs/documents.md")
    assert [suffix for suffix in formats.FORMATS if f"`{suffix}`" not in text] == []


def test_the_table_of_a_glossary_has_every_column() -> None:
    columns = [name for cell in first_column("docs/glossary.md", "column") for name in cell.split(", ")]
    assert columns == list(rows.COLUMNS)
    assert [status for status in TermStatus if f"`{status.value}`" not in text_of("docs/glossary.md")] == []


def test_the_table_of_floors_is_the_one_that_imports_are_tested_by() -> None:
    written = [set(rooms.split(", ")) for _, rooms in table("docs/architecture.md", "floor")]
    built = {path.stem for path in (ROOT / "translator").iterdir()}
    assert written == [rooms & built for rooms in FLOORS]


def test_every_value_is_defined_where_the_architecture_says() -> None:
    wrong = []
    for names, _, places in table("docs/architecture.md", "value"):
        code = "".join(text_of(place) for place in places.split(", "))
        classes = re.findall(r"[A-Z]\w+", names.partition(" and ")[0])
        wrong += [name for name in classes if not re.search(rf"^class {name}\b", code, re.MULTILINE)]
    assert wrong == []


def test_every_room_stands_in_the_architecture() -> None:
    rooms = {path.name for path in (ROOT / "translator").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {cell.removesuffix("/") for cell in first_column("docs/architecture.md", "room")} == rooms


def test_the_citation_and_the_package_have_one_version() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    citation = yaml.safe_load(text_of("CITATION.cff"))
    assert (citation["version"], citation["license"]) == (project["version"], project["license"])


def test_the_workflow_runs_every_python_from_the_oldest_on() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    workflow = yaml.safe_load(text_of(".github/workflows/test.yml"))
    versions = workflow["jobs"]["tests"]["strategy"]["matrix"]["python"]
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    assert project["requires-python"] == f">={versions[0]}"


def test_the_hooks_before_a_commit_are_checks_of_make_test() -> None:
    hooks = yaml.safe_load(text_of(".pre-commit-config.yaml"))["repos"][0]["hooks"]
    programs = [hook["entry"].partition(" --")[0] for hook in hooks]
    assert [program for program in programs if f"$(BIN)/{program}" not in text_of("Makefile")] == []


@pytest.mark.parametrize("form", sorted(ROOT.glob(".github/ISSUE_TEMPLATE/*.yml")), ids=named)
def test_every_issue_form_is_yaml_with_questions_of_unique_ids(form: Path) -> None:
    content = yaml.safe_load(form.read_text("utf-8"))
    if form.name == "config.yml":
        assert content == {"blank_issues_enabled": True}
        return
    questions = [part for part in content["body"] if part["type"] != "markdown"]
    assert content["name"]
    assert content["description"]
    assert len({question["id"] for question in questions}) == len(questions) > 0
