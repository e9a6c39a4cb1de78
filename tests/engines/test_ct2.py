"""CTranslate2: what it gives, and what is done about its habits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.engines.conftest import STARTER
from translator.engines import ct2
from translator.engines.base import Engine
from translator.engines.ct2 import processor
from translator.engines.tokenizer import TokenizedSource, Tokenizer
from translator.errors import ModelError


class Result:
    """What a Translator returns of an asynchronous call."""

    def __init__(self, hypotheses: list[list[str]], width: int) -> None:
        self.hypotheses = hypotheses
        self.scores = [-float(number) for number in range(len(hypotheses))]
        self.attention = [[[0.5] * width for _ in tokens] for tokens in hypotheses]
        self.log_probs = [-3.0]

    def result(self) -> Result:
        return self


class Babbler:
    """Stands in for a Translator: sources that begin with `b` never end, the others are empty."""

    num_translators = 1

    def __init__(self) -> None:
        self.calls: list[tuple[list[str], int]] = []

    def translate_batch(
        self, sources: list[list[str]], beam_size: int, max_decoding_length: int, **_: Any
    ) -> list[Result]:
        if beam_size == 1:  # the first step only
            return [Result([["x"]], len(source)) for source in sources]
        self.calls.append(([source[0] for source in sources], max_decoding_length))
        long = ["x"] * max_decoding_length
        return [Result([long if source[0] == "b" else []], len(source)) for source in sources]

    def score_batch(self, sources: list[list[str]], targets: list[list[str]], **_: Any) -> list[Result]:  # noqa: ARG002
        return [Result([], 0) for _ in sources]


class Letters:
    """Stands in for the subwords of either side: every letter is one."""

    def encode(self, text: str) -> tuple[list[str], list[Any]]:
        return list(text), []

    def decode(self, tokens: list[str]) -> tuple[str, list[Any]]:
        return "".join(tokens), []


def test_who_babbles_in_a_batch_is_stopped_at_the_own_limit() -> None:
    translator, letters = Babbler(), Letters()
    engine = ct2.CTranslate2(translator, Tokenizer(letters, letters, 511), "")  # type: ignore[arg-type]
    found = engine.translate(["b", "aaaa", "bb", "b"], 2, 1)
    assert [len(each[0].text) for each in found] == [13, 0, 16, 13]
    assert [each[0].score for each in found] == [-3.0, -3.0, -3.0, -3.0]
    assert translator.calls == [(["a"], 22), (["b"], 16), (["b", "b"], 13)]


def test_the_first_row_of_attention_is_its_own_also_in_a_batch_that_ctranslate2_shuffles() -> None:
    small = ct2.load(STARTER / "ct2", device="cpu", threads=1)
    large = ct2.CTranslate2(small._translator, small.tokenizer, small.signature, True, ct2.SENTENCES_OF_LARGE)
    places = ["Ambon", "Bali", "Jawa", "Medan", "Palu", "Solo", "Tokyo"]
    people = ["Amir", "Budi", "Dewi", "Joko", "Sari"]
    sources = [f"{person} pergi ke {place} kemarin." for person in people for place in places]
    alike = [source for source in sources if small.count(source) == small.count(sources[0])]
    assert len(alike) > 16
    together = large.translate(alike, 4, 2)
    for source, found in zip(alike, together, strict=True):
        alone = small.translate([source], 4, 2)[0]
        assert [one.text for one in found] == [one.text for one in alone]
        for one, other in zip(found, alone, strict=True):
            assert np.abs(one.attention - other.attention).max() < 1e-3


def test_a_hypothesis_without_text_is_a_hypothesis(ct2: Engine) -> None:
    found = ct2.translate(["\u200b"], 2, 2)[0]
    assert found[0].text == ""
    assert found[0].attention.shape == (0, len(found[0].source_spans))


@pytest.mark.parametrize("beam", [1, 4])
def test_a_float32_conversion_says_what_transformers_says(
    exact: Engine, marian: Engine, sentences: list[str], beam: int
) -> None:
    sources = sentences
    ours, theirs = (engine.translate(sources, beam, 1) for engine in (exact, marian))
    for (one,), (other,) in zip(ours, theirs, strict=True):
        assert one.text == other.text
        assert one.score == pytest.approx(other.score, abs=1e-3)
        assert one.source_spans == other.source_spans
        assert one.target_spans == other.target_spans
        assert np.abs(one.attention - other.attention).max() < 1e-3


def test_a_float32_conversion_scores_as_transformers_does(exact: Engine, marian: Engine, sentences: list[str]) -> None:
    pairs = [*zip(sentences, sentences[::-1], strict=True), (sentences[0], ""), (sentences[0], "The 😀 ship.")]
    for one, other in zip(exact.score(pairs), marian.score(pairs), strict=True):
        assert one == pytest.approx(other, abs=1e-3)


def test_attention_takes_no_more_than_its_numbers(ct2: Engine, sentences: list[str]) -> None:
    """A window of sentences is held at once; in lists a number takes 32 bytes."""
    source = " ".join([*sentences[:2], sentences[0]])
    tracemalloc.start()
    beams = ct2.translate([source], 4, 4)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 16 * sum(one.attention.size for one in beams[0])


def test_the_signature_is_of_the_content(tmp_path: Path, ct2: Engine) -> None:
    copy = tmp_path / "elsewhere"
    shutil.copytree(STARTER / "ct2", copy)
    assert load(copy).signature == ct2.signature
    (copy / "target.spm").write_bytes((copy / "target.spm").read_bytes() + b"\x00")
    with pytest.raises(ModelError, match=r"target\.spm: not a SentencePiece model"):
        load(copy)
    assert ct2.signature.startswith("ct2:int8_float32:")


@pytest.mark.parametrize("name", ["model.bin", "config.json", "shared_vocabulary.json", "source.spm"])
def test_a_file_cut_short_is_a_model_error(tmp_path: Path, name: str) -> None:
    copy = tmp_path / "model"
    shutil.copytree(STARTER / "ct2", copy)
    data = (copy / name).read_bytes()
    (copy / name).write_bytes(data[: len(data) // 2])
    with pytest.raises(ModelError, match=r"can be read|not a SentencePiece model"):
        load(copy)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    copy = tmp_path / "model"
    shutil.copytree(STARTER / "ct2", copy)
    (copy / "source.spm").unlink()
    with pytest.raises(ModelError, match=r"is no CTranslate2 model: source\.spm not found"):
        load(copy)


def load(folder: Path) -> Engine:
    return ct2.load(folder, device="cpu", threads=1)


def test_a_source_in_subwords_is_what_the_search_is_given() -> None:
    letters = Letters()
    tokenizer = Tokenizer(letters, letters, 20)  # type: ignore[arg-type]
    assert tokenizer.tokenize("ab") == TokenizedSource(["a", "b"], [], 16)
    assert tokenizer.tokenize("abcdefg") == TokenizedSource(list("abcdefg"), [], 20)


@pytest.mark.parametrize(
    ("cpuinfo", "is_there"),
    [
        ("processor\t: 0\nflags\t\t: fpu avx2 avx512f avx512_vbmi2\nbugs\t:\n", True),
        ("processor\t: 0\nflags\t\t: fpu avx2 avx512f avx512_vnni\n", False),
        ("processor\t: 0\nFeatures\t: fp asimd\n", False),
        (None, False),
    ],
)
def test_avx512_is_used_where_it_lowers_no_clock(tmp_path: Path, cpuinfo: str | None, is_there: bool) -> None:
    file = tmp_path / "cpuinfo"
    if cpuinfo is not None:
        file.write_text(cpuinfo, "utf-8")
    assert processor.has_avx512(file) is is_there


def test_the_instruction_set_that_the_user_chose_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processor, "has_avx512", lambda: True)
    monkeypatch.setenv("CT2_FORCE_CPU_ISA", "GENERIC")
    load(STARTER / "ct2")
    assert os.environ["CT2_FORCE_CPU_ISA"] == "GENERIC"
    monkeypatch.delenv("CT2_FORCE_CPU_ISA")
    load(STARTER / "ct2")
    assert os.environ.pop("CT2_FORCE_CPU_ISA") == "AVX512"


@pytest.mark.parametrize("asked", ["FOO", "avx2", "NEON"])
def test_instructions_that_ctranslate2_does_not_know_are_a_usage_error(
    monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    """In a process of its own, since CTranslate2 looks at the variable once."""
    monkeypatch.setenv("CT2_FORCE_CPU_ISA", asked)
    code = (
        "import sys; from pathlib import Path\n"
        "from translator.engines import ct2; from translator.errors import UsageError\n"
        "try: ct2.load(Path(sys.argv[1]), device='cpu', threads=1)\n"
        "except UsageError as error: print(error.message, '|', error.hint)"
    )
    done = subprocess.run([sys.executable, "-c", code, STARTER / "ct2"], capture_output=True, text=True, check=True)
    seen, hint = done.stdout.split(" | ")
    assert seen.startswith(f"CT2_FORCE_CPU_ISA={asked}: CTranslate2 refuses it: ")
    assert hint == "unset CT2_FORCE_CPU_ISA, or choose another, such as GENERIC\n"
