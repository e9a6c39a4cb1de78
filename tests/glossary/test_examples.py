from __future__ import annotations

from pathlib import Path

import pytest

from glossary import Matcher, lint_file, load

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_sample_glossary_is_sound_and_large_enough() -> None:
    assert lint_file(EXAMPLES / "glossary.tsv") == []
    assert len(load(EXAMPLES / "glossary.tsv").terms) >= 70


@pytest.mark.parametrize("name", ["berita.id.txt", "laporan-harian.id.txt"])
def test_the_sample_documents_are_rich_in_its_terms(name: str) -> None:
    matcher = Matcher(load(EXAMPLES / "glossary.tsv").terms)
    lines = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    found = [match for line in lines for match in matcher.find(line)]
    assert len(found) >= 40
    assert any(match.plural for match in found)
    assert any(match.text.endswith("nya") for match in found)
