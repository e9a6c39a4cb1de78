"""OmegaT, a tool that translators use, reads the term lists that we export: its own classes are asked."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from glossary import Term, TermKind, TermStatus, render

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")  # as Debian installs it
SCRIPT = Path(__file__).with_name("entries.groovy")
TERMS = [
    Term("Rusia", ("Russia", "Russian"), TermKind.PLACE, note="negara & adjektiva"),
    Term("São Tomé", ("São Tomé",)),
    Term("Letnan Jenderal", ("Lieutenant General",), variants=("Letjen",)),
    Term("Deir ez-Zor", ("Deir <ez> Zor",), note="“kota” 🛰️"),
    Term("lawas", ("obsolete",), status=TermStatus.RETIRED),
]
ENTRIES = [
    *(("Rusia", "Russia", "negara & adjektiva"), ("Rusia", "Russian", "negara & adjektiva")),
    ("São Tomé", "São Tomé", ""),
    *(("Letnan Jenderal", "Lieutenant General", ""), ("Letjen", "Lieutenant General", "")),
    ("Deir ez-Zor", "Deir <ez> Zor", "“kota” 🛰️"),
]

pytestmark = pytest.mark.skipif(
    not (OMEGAT.is_file() and shutil.which("java")), reason="OmegaT is not installed (apt-get install omegat)"
)


@pytest.mark.parametrize("suffix", [".utf8", ".txt", ".tbx"])
def test_omegat_reads_our_glossary(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"terms{suffix}"
    path.write_bytes(render(TERMS, path)[0])
    run = subprocess.run(
        ["java", "-Djava.awt.headless=true", f"-Duser.home={tmp_path}", "-cp", str(OMEGAT), "groovy.ui.GroovyMain",
         str(SCRIPT), str(path), str(tmp_path)],
        capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert [tuple(line.split("\t")) for line in run.stdout.splitlines()] == ENTRIES
