"""OmegaT, a tool that translators use: it works with what Padan writes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bilingual.marked import marked
from tests.bilingual.sample import bitext, put, sample
from translator.bilingual import reading, tmx, xliff12
from translator.bitext import Bitext, Origin, Pair
from translator.language.sentences import split

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")  # as Debian installs it; its starter script cannot take spaces
RULES = Path(__file__).parents[2] / "examples" / "omegat" / "segmentation.conf"
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


def run(folder: Path, name: str, data: bytes, memory: Bitext | None = None, with_rules: bool = False) -> bytes:
    """What OmegaT makes of a document in a new project. with_rules: the project has our sentence rules."""
    project = folder / "project"
    for part in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / part).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT)
    (project / "source" / name).write_bytes(data)
    if memory is not None:
        put(tmx, memory, project / "tm" / "auto" / "ours.tmx", b"")
    if with_rules:
        shutil.copy(RULES, project / "omegat" / RULES.name)
    done = subprocess.run(
        ["java", "-Djava.awt.headless=true", f"-Duser.home={folder}", "-jar", str(OMEGAT), str(project),
         "--mode=console-translate", "--no-team", f"--config-dir={folder / 'config'}"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return (project / "target" / name).read_bytes()


def test_omegat_makes_our_translation_from_our_memory(tmp_path: Path) -> None:
    memory = bitext([[Pair(*pair, Origin.ENGINE) for pair in paragraph] for paragraph in PARAGRAPHS])
    made = run(tmp_path, "berita.txt", f"\ufeff{text(0)}".encode(), memory)
    assert made.decode("utf-8-sig") == text(1)


HARD = [
    "Letjen. Prasetyo tiba pukul 07.30 WIB. Kapal itu berlayar ke utara, lihat hlm. 12 di buku. Kami siap!",
    "Pasukan Kompi B. Mereka bergerak ke Jl. Merdeka No. 5 pada tgl. 3 Maret. Beras, gula, dll. dibawa dengan truk.",
    "1. Laporan pertama sudah dikirim. Laporan kedua menyusul...",
    "Pasal 3. Setiap orang berhak atas informasi. A. Yani seorang jenderal. PT. Angkasa dan CV. Maju ikut serta.",
]


def test_with_our_sentence_rules_omegat_finds_every_sentence_of_a_hard_text(tmp_path: Path) -> None:
    paragraphs = []
    for number, paragraph in enumerate(HARD):
        sources = [span.of(paragraph) for span in split(paragraph)]
        paragraphs.append([Pair(source, f"S{number}.{n}", Origin.ENGINE) for n, source in enumerate(sources)])
    source = "\n\n".join(HARD) + "\n"
    made = run(tmp_path, "berita.txt", f"\ufeff{source}".encode(), bitext(paragraphs), with_rules=True)
    wanted = "\n\n".join(" ".join(pair.target for pair in pairs) for pairs in paragraphs) + "\n"
    assert made.decode("utf-8-sig") == wanted
    exported = reading.read(tmp_path / "project" / "project-omegat.tmx")
    pairs_of_all = [(pair.source, pair.target) for pairs in paragraphs for pair in pairs]
    assert {(row.pair.source, row.pair.target) for row in exported} == set(pairs_of_all)


@pytest.mark.parametrize("of", [sample(), marked()], ids=["sample", "marked"])
def test_omegat_reads_and_writes_our_xliff_and_every_sentence_stays(tmp_path: Path, of: Bitext) -> None:
    put(xliff12, of, tmp_path / "ours.12.xlf", b"")
    data = (tmp_path / "ours.12.xlf").read_bytes()
    (tmp_path / "theirs.12.xlf").write_bytes(run(tmp_path, "a.xlf", data))
    assert list(xliff12.read(tmp_path / "theirs.12.xlf")) == list(xliff12.read(tmp_path / "ours.12.xlf"))
