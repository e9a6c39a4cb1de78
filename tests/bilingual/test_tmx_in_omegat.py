"""OmegaT, a tool that translators use, translates a document with nothing but our memory of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bilingual.sample import bitext, put
from translator.bilingual import tmx
from translator.bitext import Origin, Pair

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")  # as Debian installs it; its starter script cannot take spaces
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>ID</source_lang>
    <target_lang>EN</target_lang>
    <sentence_seg>true</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""
PARAGRAPHS = [
    [("Laporan pagi", "Morning report")],
    [
        ("Tiga kapal perang berlayar ke utara.", "Three warships sailed north."),
        ('Komandan berkata: "A & B < C."', 'The commander said: "A & B < C."'),
    ],
    [
        ("Suhu 30 °C — cuaca cerah 🛰️.", "The temperature is 30 °C — clear weather 🛰️."),
        ("Pasukan tiba pada malam hari!", "The troops arrived at night!"),
    ],
]

pytestmark = pytest.mark.skipif(
    not (OMEGAT.is_file() and shutil.which("java")), reason="OmegaT is not installed (apt-get install omegat)"
)


def text(side: int) -> str:
    """The document, or its translation; OmegaT takes what stands between blank lines for a paragraph."""
    return "".join(" ".join(pair[side] for pair in paragraph) + "\n\n" for paragraph in PARAGRAPHS)


def test_omegat_makes_our_translation_from_our_memory(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for folder in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT)
    (project / "source" / "berita.txt").write_text("\ufeff" + text(0), "utf-8")
    memory = bitext([[Pair(*pair, Origin.ENGINE) for pair in paragraph] for paragraph in PARAGRAPHS])
    put(tmx, memory, project / "tm" / "auto" / "ours.tmx", b"")
    run = subprocess.run(
        ["java", "-Djava.awt.headless=true", f"-Duser.home={tmp_path}", "-jar", str(OMEGAT), str(project),
         "--mode=console-translate", "--no-team", f"--config-dir={tmp_path / 'config'}"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert (project / "target" / "berita.txt").read_text("utf-8-sig") == text(1)
