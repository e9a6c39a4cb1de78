"""The CTranslate2 form says what the model says, whichever head gives its attention."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.torch import load_file, save_file

from tests.variants import marian_package, separate, unguided, untied, with_source_subwords
from translator import engines, models
from translator.engines import ct2, marian
from translator.engines.base import Engine
from translator.errors import ModelError
from translator.models import conversion

STARTER = models.FOLDER
SOURCES = ["Kapal itu tiba di pelabuhan.", "Presiden Indonesia bertemu Angela Merkel di Berlin pada tahun 2014.", "Ya."]


def translations(engine: Engine) -> list[str]:
    return [found[0].text for found in engine.translate(SOURCES, 4, 1)]


@pytest.fixture(scope="module")
def shipped() -> list[str]:
    """What the starter makes of the sources."""
    return translations(engines.load("ct2", STARTER / "ct2", device="cpu", threads=1))


def test_the_conversion_is_the_one_that_ships_with_the_starter(tmp_path: Path) -> None:
    alignment = conversion.convert(STARTER / "hf", tmp_path / "made")
    assert (alignment.layer, alignment.head) == (1, 0)
    for name in sorted(path.name for path in (STARTER / "ct2").iterdir()):
        assert (tmp_path / "made" / name).read_bytes() == (STARTER / "ct2" / name).read_bytes(), name


def test_a_subword_that_the_target_side_never_makes_is_not_written_however_likely(
    tmp_path: Path, shipped: list[str]
) -> None:
    folder = with_source_subwords(STARTER / "hf", tmp_path / "hf", 1_000)
    conversion.convert(folder, tmp_path / "ct2")
    engine = engines.load("ct2", tmp_path / "ct2", device="cpu", threads=1)
    assert translations(engine) == shipped
    assert translations(engines.load("marian", folder, device="cpu", threads=1)) == shipped


def test_a_shortlist_makes_the_search_quicker_and_finds_the_same(tmp_path: Path, shipped: list[str]) -> None:
    folder = shutil.copytree(STARTER / "ct2", tmp_path / "ct2")
    (folder / ct2.SHORTLIST).unlink()
    engine = engines.load("ct2", folder, device="cpu", threads=1)
    assert translations(engine) == shipped
    assert engine.signature != engines.load("ct2", STARTER / "ct2", device="cpu", threads=1).signature


def test_few_subwords_more_than_the_target_side_makes_are_no_reason_for_a_shortlist(tmp_path: Path) -> None:
    folder = with_source_subwords(STARTER / "hf", tmp_path / "hf", 500)
    shutil.copyfile(folder / "source.spm", folder / "target.spm")  # of both languages
    conversion.convert(folder, tmp_path / "ct2")
    assert not (tmp_path / "ct2" / ct2.SHORTLIST).exists()


def test_a_decoder_that_does_not_start_from_zero_is_refused(tmp_path: Path) -> None:
    local = Path(shutil.copytree(STARTER / "hf", tmp_path / "my-model"))
    weights = load_file(local / "model.safetensors")
    weights["model.shared.weight"][-1] = 0.5
    save_file(weights, local / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(ModelError, match="the embedding that its decoder starts from is not zero") as error:
        conversion.convert(local, tmp_path / "out")
    assert error.value.hint == "use it with --engine marian"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("layer", "head"), [(1, 0), (1, 2), (0, 2)])
def test_the_head_that_aligns_is_found_and_given_and_nothing_else_changes(
    tmp_path: Path, layer: int, head: int
) -> None:
    folder = unguided(STARTER / "hf", tmp_path / "hf", layer, head)
    found = conversion.convert(folder, tmp_path / "ct2", "float32")
    guided = conversion.judge_head(STARTER / "ct2")
    assert found.layer == layer
    assert found.head == head or found.right >= guided.right  # another one may see as well as the guided one
    assert found.accuracy > 0.9
    ours = engines.load("ct2", tmp_path / "ct2", device="cpu", threads=1)
    theirs = engines.load("marian", folder, device="cpu", threads=1)
    sources = SOURCES if layer == 1 else [SOURCES[0], SOURCES[2]]  # a misled model babbles: long ones have ties
    for (one,), (other,) in zip(ours.translate(sources, 4, 1), theirs.translate(sources, 4, 1), strict=True):
        assert one.text == other.text
        assert one.score == pytest.approx(other.score, abs=1e-3)
        assert np.abs(one.attention - other.attention).max(initial=0) < 1e-3
    assert conversion.judge_head(tmp_path / "ct2").right == found.right


def test_the_output_of_a_permuted_model_is_unchanged(tmp_path: Path, shipped: list[str]) -> None:
    """In int8, too: rows are quantized one by one."""
    conversion.convert(unguided(STARTER / "hf", tmp_path / "hf", 1, 2), tmp_path / "ct2")
    assert translations(engines.load("ct2", tmp_path / "ct2", device="cpu", threads=1)) == shipped


def test_separate_vocabularies_give_the_same_translations(tmp_path: Path, shipped: list[str]) -> None:
    folder = separate(STARTER / "hf", tmp_path / "hf")
    conversion.convert(folder, tmp_path / "ct2")
    assert (tmp_path / "ct2" / "target_vocabulary.json").is_file()
    assert translations(engines.load("ct2", tmp_path / "ct2", device="cpu", threads=1)) == shipped
    reference = translations(engines.load("marian", STARTER / "hf", device="cpu", threads=1))
    assert translations(engines.load("marian", folder, device="cpu", threads=1)) == reference


def test_an_untied_output_layer_gives_the_same_translations(tmp_path: Path, shipped: list[str]) -> None:
    conversion.convert(untied(STARTER / "hf", tmp_path / "hf"), tmp_path / "ct2")
    assert translations(engines.load("ct2", tmp_path / "ct2", device="cpu", threads=1)) == shipped


@pytest.mark.parametrize("shape", [{}, {"two_vocabularies": True}, {"untied": True}])
def test_marian_s_own_layout_gives_the_same_translations(
    tmp_path: Path, shipped: list[str], shape: dict[str, bool]
) -> None:
    package = marian_package(STARTER / "hf", tmp_path / "package", **shape)
    found = conversion.convert_marian(package, tmp_path / "ct2")
    assert (found.layer, found.head) == (1, 0)
    assert translations(engines.load("ct2", tmp_path / "ct2", device="cpu", threads=1)) == shipped


def test_the_head_of_a_model_in_marian_s_layout_is_found_too(tmp_path: Path) -> None:
    hf = unguided(STARTER / "hf", tmp_path / "hf", 0, 2)
    found = conversion.convert_marian(marian_package(hf, tmp_path / "package"), tmp_path / "ct2")
    assert (found.layer, found.head) == (0, 2)
    assert conversion.judge_head(tmp_path / "ct2").right == found.right


@pytest.mark.parametrize(
    ("card", "token"),
    [
        ("* a sentence initial language token is required in the form of `>>id<<`\n", ">>eng<<"),
        ("A model for one language.\n", ""),
        (None, ""),
    ],
)
def test_a_language_token_is_set_where_the_card_asks_for_it(tmp_path: Path, card: str | None, token: str) -> None:
    folder = Path(shutil.copytree(STARTER / "hf", tmp_path / "hf"))
    vocabulary = json.loads((folder / "vocab.json").read_text("utf-8"))
    vocabulary[">>eng<<"] = vocabulary.pop("▁PDAM")
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    if card:
        (folder / "README.md").write_text(card, encoding="utf-8")
    conversion.convert(folder, tmp_path / "ct2")
    for engine in (ct2.load(tmp_path / "ct2", device="cpu", threads=1), marian.load(folder, device="cpu", threads=1)):
        assert engine.tokenizer.language == token
        asked = engine.tokenizer.tokenize("Kapal")
        assert (asked.tokens[0] == ">>eng<<", asked.spans[0].of("Kapal") == "") == (bool(token), bool(token))
        assert engine.count("Kapal") == len(asked.tokens)
        (found,) = engine.translate(["Kapal itu tiba."], 2, 1)[0]
        assert found.attention.shape == (len(found.target_spans), len(found.source_spans))


def test_a_token_that_the_vocabulary_has_not_is_not_set(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(STARTER / "hf", tmp_path / "hf"))
    (folder / "README.md").write_text("a sentence initial language token is required, such as >>eng<<\n")
    assert marian.load(folder, device="cpu", threads=1).tokenizer.language == ""
