"""The house stands as planned: imports run downward only, in no circle, and nothing heavy is loaded at the door."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# From the ground up; a room opens only rooms below it. `glossary` stands beside the house.
FLOORS = (
    {"errors"},
    {"settings", "document", "atomic_write", "rules", "folders", "model_files", "lazy_modules"},
    {"bitext", "spool", "kept_files", "work_folder"},
    {"language", "term_lists"},
    {"alignment", "markup", "engines", "memory", "checks"},
    {"formats", "bilingual", "enforcement"},
    {"pipeline"},
    {"models", "build"},
    {"batch"},
    {"review"},
    {"cli", "__init__"},
    {"__main__"},
)
FAMILIES = {"formats", "engines", "checks", "bilingual"}
# The modules of a family that know its members: the list of them, and what reads a bilingual file of any kind.
DOORS = {*(f"translator.{family}" for family in FAMILIES), "translator.bilingual.reading"}
# Rooms that know a family by its protocol only.
PROTOCOL_ONLY = {"alignment", "enforcement", "pipeline"}
HEAVY = {"torch", "transformers", "ctranslate2", "sentencepiece", "numpy", "rich", "jinja2"}


def modules() -> dict[str, Path]:
    """Every module of both packages by its dotted name."""
    found = {}
    for path in sorted([*ROOT.glob("translator/**/*.py"), *ROOT.glob("glossary/**/*.py")]):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imports(name: str) -> Iterator[str]:
    """The modules of the house that a module imports, anywhere in its text, but for what only a type checker sees."""
    tree = ast.parse(MODULES[name].read_text("utf-8"))
    for node in _nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: write the whole name of what is imported"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                target = full if full in MODULES else node.module
                if target in MODULES:
                    yield target


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _nodes(child)


def room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room(name) in rooms)


IMPORTS = {name: sorted(set(imports(name)) - {name}) for name in MODULES}
HOUSE = [name for name in MODULES if name.split(".")[0] == "translator"]


def may_open(name: str, target: str) -> bool:
    """May the module `name` import the module `target`?"""
    if target.split(".")[0] == "glossary":
        return target == "glossary" or name.split(".")[0] == "glossary"  # the translator knows its public names only
    if name.split(".")[0] == "glossary":
        return False
    if room(name) in PROTOCOL_ONLY and room(target) in FAMILIES:
        return target.endswith(".base")
    if (room(name), room(target)) == ("build", "models"):
        return True
    if room(name) != room(target):
        return floor(target) < floor(name)
    return room(name) not in FAMILIES or name in DOORS or may_share(name, target)


def may_share(name: str, target: str) -> bool:
    """May two modules of one family know each other? Only what the family shares, or within one member's folder."""
    _, family, member, *inside = target.split(".")
    return member in SHARED[family] or (bool(inside) and name.split(".")[2] == member)


# What the modules of a family share, beside which they know nothing of each other.
SHARED = {
    "formats": {"base", "data_text", "html"},  # books and data hold web pages
    "engines": {"base", "tokenizer", "alignment_head", "model_card"},
    "checks": {"base"},
    "bilingual": {"base", "pair_values"},
}


def test_every_room_has_a_floor() -> None:
    assert {room(name) for name in HOUSE} <= set().union(*FLOORS)


@pytest.mark.parametrize("name", MODULES)
def test_imports_run_downward_only(name: str) -> None:
    assert [target for target in IMPORTS[name] if not may_open(name, target)] == []


def test_the_rule_of_the_floors_can_be_broken() -> None:
    assert not may_open("glossary.term", "translator.errors")
    assert not may_open("translator.build", "glossary.source.matcher")
    assert not may_open("translator.errors", "translator.settings")
    assert not may_open("translator.bilingual.tsv", "translator.bilingual.html")
    assert not may_open("translator.pipeline", "translator.engines.ct2")
    assert not may_open("translator.language.sentences", "translator.alignment")
    assert may_open("translator.build", "translator.models")


def test_no_import_runs_in_a_circle() -> None:
    assert set(graphlib.TopologicalSorter(IMPORTS).static_order()) == set(MODULES)


def test_no_two_classes_share_a_name() -> None:
    places: dict[str, list[str]] = {}
    for name, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name.lstrip("_"), []).append(name)
    assert {name: modules for name, modules in places.items() if len(modules) > 1} == {}


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(ast.parse(MODULES[name].read_text("utf-8")))


@pytest.mark.parametrize(
    "code",
    [
        "from translator import Bitext, Settings, translate_file, translate_text",
        "from translator.cli import main; assert main(['--help']) == 0",
        "from translator.cli import main; assert main(['translate', '--help']) == 0",
        "from translator.cli import main; assert main(['glossary', 'match', 'text.txt', '-g', 'terms.tsv']) == 0",
        "from translator.cli import main; assert main(['glossary', 'lint', 'terms.tsv']) == 0",
        "from translator.cli import main; assert main(['glossary', 'list']) == 0",
        "from translator.cli import main; assert main(['glossary', 'convert', 'terms.tsv', 'terms.csv']) == 0",
    ],
)
def test_nothing_heavy_is_loaded_at_the_door(code: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Kapal itu tiba.\n")
    (tmp_path / "terms.tsv").write_text("kapal\tship\n")
    assert loaded_by(code, tmp_path) & HEAVY == set()


def test_the_default_engine_loads_neither_torch_nor_transformers(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Kapal itu tiba.\n")
    loaded = loaded_by(TRANSLATE, tmp_path)
    assert loaded & {"torch", "transformers", "huggingface_hub", "ctranslate2"} == {"ctranslate2"}


@pytest.mark.parametrize("args", [["model", "list"], ["model", "verify"], ["model", "info", "starter"]])
def test_looking_at_models_loads_neither_torch_nor_what_downloads(args: list[str], tmp_path: Path) -> None:
    loaded = loaded_by(f"from translator.cli import main; assert main({args}) == 0", tmp_path)
    assert loaded & {"torch", "transformers", "huggingface_hub"} == set()


TRANSLATE = "from translator.cli import main; assert main(['translate', 'text.txt', '--model', 'starter']) == 0"


def loaded_by(code: str, folder: Path) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after running `code` in `folder`."""
    ending = "\nimport sys; print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    command = [sys.executable, "-c", code + ending]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_the_wheel_declares_both_packages_and_every_direct_import() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["setuptools"]["packages"]["find"]["include"] == [
        "translator", "translator.*", "glossary", "glossary.*",
    ]  # fmt: skip
    extras = project["project"]["optional-dependencies"]
    requirements = [*project["project"]["dependencies"], *extras["pdf"]]
    distributions = {requirement.partition(">")[0] for requirement in requirements}
    declared = {
        module
        for module, of in packages_distributions().items()
        if distributions & {one.lower().replace("_", "-") for one in of}
    }
    outside = {
        module.split(".")[0]
        for path in MODULES.values()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for module in imported(node)
    }
    extras = set()
    for name, requirements in project["project"]["optional-dependencies"].items():
        if name != "dev":
            extras |= {requirement.partition(">")[0] for requirement in requirements}
    assert outside - set(sys.stdlib_module_names) - {"translator", "glossary"} <= declared | extras


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_no_pattern_repeats_a_group_possessively() -> None:
    # Python before 3.11.4, such as that of Debian 12, gives back nothing of a round of the group that failed half-way.
    possessive = re.compile(r"\)(?:\*|\+|\?|\{[^{}]*\})\+")
    assert [name for name, path in MODULES.items() if possessive.search(path.read_text("utf-8"))] == []
