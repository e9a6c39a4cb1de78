"""What a model's card says."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.engines import model_card

REQUIRED = "* a sentence initial language token is required in the form of `>>id<<` (id = valid target language ID)\n"


@pytest.mark.parametrize(
    ("text", "vocabulary", "token"),
    [
        (REQUIRED, {">>eng<<": 1}, ">>eng<<"),
        ("Use `>>eng<<` for English.", {">>eng<<": 1}, ">>eng<<"),
        (REQUIRED, {"eng": 1}, ""),
        ("* model: transformer-align\n", {">>eng<<": 1}, ""),
        (None, {">>eng<<": 1}, ""),
    ],
)
def test_the_token_is_wanted_where_card_and_vocabulary_agree(
    tmp_path: Path, text: str | None, vocabulary: dict[str, int], token: str
) -> None:
    if text:
        (tmp_path / "README.md").write_text(text)
    assert model_card.language_token(tmp_path, vocabulary) == token


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("---\ntags:\n- translation\nlicense: apache-2.0\n---\n", "apache-2.0"),
        ('---\nlicense: "cc-by-4.0"\n---\n', "cc-by-4.0"),
        ("# A model\n\nlicense: mit\n", ""),
        ("", ""),
    ],
)
def test_the_licence_stands_in_the_front_matter(tmp_path: Path, text: str, licence: str) -> None:
    (tmp_path / "README.md").write_text(text)
    assert model_card.licence(tmp_path) == licence
