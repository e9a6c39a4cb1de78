"""The sentence rules for other tools are current, and cut where our splitter cuts."""

from __future__ import annotations

import re
import runpy
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from translator.language.sentences import split
from translator.markup.xml_scan import check_xml

FOLDER = Path(__file__).parent.parent / "examples" / "omegat"
LETTER, CAPITAL = r"[^\W\d_]", "[A-ZÀ-ÖØ-Þ]"
CLASSES = {r"[\p{L}\p{N}]": r"[^\W_]", r"[\p{Lu}\d]": r"[A-ZÀ-ÖØ-Þ\d]", r"\p{Lu}": CAPITAL, r"\p{L}": LETTER}


@pytest.fixture(scope="module")
def module() -> dict[str, Any]:
    return runpy.run_path(str(FOLDER / "sentence_rules.py"))


def in_python(pattern: str) -> re.Pattern[str]:
    """A pattern of Java and ICU as Python writes it."""
    for theirs, ours in CLASSES.items():
        pattern = pattern.replace(theirs, ours)
    return re.compile(pattern)


def cut(text: str, rules: list[Any]) -> list[str]:
    """The sentences that a tool finds: at each place the first rule that matches decides."""
    borders: dict[int, bool] = {}
    for rule in rules:
        before, after = in_python(rule.before), in_python(rule.after)
        for found in before.finditer(text):
            if found.end() not in borders and after.match(text, found.end()):
                borders[found.end()] = rule.is_border
    places = [0, *sorted(place for place, is_border in borders.items() if is_border), len(text)]
    return [text[start:end].strip() for start, end in pairwise(places)]


@pytest.mark.parametrize(("name", "make"), [("segmentation.srx", "srx"), ("segmentation.conf", "conf")])
def test_the_files_are_what_the_script_writes(module: dict[str, Any], name: str, make: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == module[make](), "run python examples/omegat/sentence_rules.py"
    check_xml((FOLDER / name).read_bytes(), name)


@pytest.mark.parametrize(
    "text",
    [
        "Letjen. Prasetyo tiba pukul 07.30 WIB. Kapal itu berlayar ke utara.",
        "Lihat hlm. 12 di buku. Cuaca cerah! Siapa yang datang? Mereka pergi...",
        "Beras, gula, dll. dibawa dengan truk. Beras, gula, dll. Truk itu penuh.",
        "Pasukan Kompi B. Mereka bergerak ke Jl. Merdeka No. 5 pada tgl. 3 Maret.",
        "1. Laporan pertama sudah dikirim. Laporan kedua menyusul.",
        "Pasal 3. Setiap orang berhak atas informasi. A. Yani seorang jenderal.",
        "Ketua adalah Budi, S.H. Ia lahir di Ambon. PT. Angkasa dan CV. Maju ikut serta.",
        "Jaraknya 5 km. Perjalanan itu berat. Ia a.n. komandan menandatangani surat.",
        'Ia berkata, "Kami siap." Lalu ia pergi. (Foto: Antara.) Tamat.',
    ],
)
def test_the_rules_cut_where_the_splitter_cuts(module: dict[str, Any], text: str) -> None:
    assert cut(text, module["rules"]()) == [span.of(text) for span in split(text)]


def test_without_a_rule_there_is_no_border(module: dict[str, Any]) -> None:
    assert cut("Kapal itu tiba. Cuaca cerah.", []) == ["Kapal itu tiba. Cuaca cerah."]
    assert [rule for rule in module["rules"]() if not rule.is_border] != []
