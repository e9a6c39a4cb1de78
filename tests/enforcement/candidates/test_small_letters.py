from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from glossary import Case, Match, Term
from tests.canned import Canned, CannedEngine
from translator.enforcement.candidates import small_letters
from translator.enforcement.draft import Task
from translator.engines.base import Hypothesis


class Surer(CannedEngine):
    """Gives a better score to sources that begin with a small letter. calls: what it was asked for, call by call."""

    def __init__(self, table: Mapping[str, Sequence[Canned]] | None = None) -> None:
        super().__init__(table)
        self.calls: list[list[str]] = []

    def translate(self, sources: list[str], beam: int, n_best: int) -> list[list[Hypothesis]]:  # type: ignore[override]
        self.calls.append(list(sources))
        answers = super().translate(sources, beam, n_best)
        for source, beam_of in zip(sources, answers, strict=True):
            if source[0].islower():
                beam_of[:] = [replace(hypothesis, score=hypothesis.score + 0.5) for hypothesis in beam_of]
        return answers


def asked(engine: CannedEngine, *tasks: Task) -> list[str]:
    return [hypotheses[0].text for hypotheses in small_letters.ask(engine, tasks, 4)]


def test_the_likelier_answer_to_a_short_text_is_taken() -> None:
    table = {"Pintu keluar": [("Pinture", None)], "pintu keluar": [("way out", None)]}
    assert asked(Surer(table), Task("Pintu keluar")) == ["way out"]
    assert asked(CannedEngine(table), Task("Pintu keluar")) == ["Pinture"]


def test_long_sentences_are_asked_for_once() -> None:
    engine = CannedEngine()
    text = "Kapal itu tiba di pelabuhan pada pagi hari."
    assert (asked(engine, Task(text)), engine.asked) == ([text], [(text, 4)])


def test_a_term_that_is_written_in_capitals_keeps_them() -> None:
    term = Term("Laut Merah", ("Red Sea",), case=Case.EXACT)
    engine = CannedEngine()
    asked(engine, Task("Laut Merah Tenang", (Match(0, 10, "Laut Merah", term),)))
    assert [source for source, _ in engine.asked] == ["Laut Merah Tenang", "Laut Merah tenang"]


def test_all_texts_are_asked_for_in_one_call() -> None:
    engine = Surer()
    asked(engine, Task("Pintu keluar"), Task("Sebanyak 5 kapal tiba di pelabuhan itu."))
    assert engine.calls == [["Pintu keluar", "Sebanyak 5 kapal tiba di pelabuhan itu.", "pintu keluar"]]
