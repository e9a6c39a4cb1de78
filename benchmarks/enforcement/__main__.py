"""Required terms met, in their place, and what that costs; beside it the ways of others.

    python -m benchmarks.enforcement --source FILE --reference FILE --lexicon TSV... --aligner DIR --priors FILE
                                     [--model NAME|DIR] [--engine ct2|marian] [--beam N] [--first N] [--limit N]
                                     [--modes none,proper,random,names] [--peers N] [--show N]

FILE: one sentence a line. TSV: tables with columns `id` and `en`. DIR: eflomal's programs; --priors: what
`benchmarks.enforcement.judge` made of a parallel corpus. Modes: none, no glossary; proper, terms with the English of
the reference; random, with English that no model would choose; names, places and names only. --peers N: the ways of
others, on the first N sentences. --show N: print so many repaired sentences.

met: occurrences at word borders, of those required. cased: of those met, in the glossary's case. misplaced: of those
met, not linked to their source by eflomal over source and output. taken: of those met, standing where the run without a
glossary has words that eflomal links to other words of the source; of a sentence that was written anew it says little.
excess: occurrences beyond those required, and how many the run without a glossary has. masked: chrF2++ without the
words of the terms, and that of the run without a glossary. length: words, against no glossary. CPU: processor time
against no glossary, in the same run. p: share of the sentences to repair after the choice in the n-best; q: share of
those that swaps did not settle. decodes, scored: per sentence.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.enforcement import judge, mining, peers, scores
from benchmarks.enforcement.scores import EnforcementCase, Verdict
from glossary import Matcher, Term, occurrences
from translator import engines, models
from translator.bitext import Status
from translator.enforcement.cascade import Enforced, Task, enforce
from translator.engines.base import Engine, Hypothesis

STEPS = list(Status)
REPAIRS = (Status.SWAPPED, Status.SOURCE, Status.SPLICED)
WINDOW = 256


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("source", "reference", "aligner", "priors"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--lexicon", type=Path, nargs="+", required=True, metavar="TSV")
    parser.add_argument("--model", metavar="NAME|DIR")
    parser.add_argument("--engine", default="ct2")
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--first", type=int, default=1, help="the number of the first sentence")
    parser.add_argument("--limit", type=int, help="so many sentences")
    parser.add_argument("--modes", default="none,proper,random,names")
    parser.add_argument("--peers", type=int, default=0)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    sources, references = (path.read_text("utf-8").splitlines() for path in (options.source, options.reference))
    links = judge.align(options.aligner, options.priors, list(zip(sources, references, strict=True)))
    agreed, entries = [both for both, _ in links], mining.lexicon(options.lexicon)
    proper = mining.mine(sources, references, entries, agreed, judge.known(options.priors))
    names = mining.mine(sources, references, entries, agreed, set())
    random = mining.scrambled(proper, references)
    part = slice(options.first - 1, options.first - 1 + options.limit if options.limit else None)
    model = models.converted(models.resolve(options.model))
    engine = CountingEngine(engines.load(options.engine, model.form(options.engine)))
    gc.freeze()  # as `padan translate` has it
    gc.set_threshold(200_000)
    print(f"{len(sources[part])} sentences, model {model.name}, engine {options.engine}, beam {options.beam}")
    for mode in options.modes.split(","):
        terms = {"none": proper, "proper": proper, "random": random, "names": names}[mode]
        answers = names if mode == "names" else proper
        rows = list(zip(sources, references, terms, answers, strict=True))[part]
        bench = Bench(engine, [_example(*row) for row in rows], mode, options)
        bench.ours(options.show)
        if options.peers and mode in ("proper", "random"):
            bench.others(model.form("marian"), options.peers)


def _example(source: str, reference: str, terms: list[Term], answers: list[Term]) -> EnforcementCase:
    matches = tuple(Matcher(terms).find(source))
    english = {term.source: answer.targets[0] for term, answer in zip(terms, answers, strict=True)}
    return EnforcementCase(source, reference, matches, tuple(english[match.term.source] for match in matches))


class CountingEngine:
    """An engine that counts what it is asked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.name = engine.name
        self.signature = engine.signature
        self.max_subwords = engine.max_subwords
        self.decoded = self.scored = 0

    def count(self, source: str) -> int:
        return self._engine.count(source)

    def spells(self, target: str) -> bool:
        return self._engine.spells(target)

    def translate(self, sources: Sequence[str], beam: int, n_best: int) -> Sequence[Sequence[Hypothesis]]:
        self.decoded += len(sources)
        return self._engine.translate(sources, beam, n_best)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        self.scored += len(pairs)
        return self._engine.score(pairs)


class Bench:
    """One mode on one engine."""

    def __init__(
        self, engine: CountingEngine, examples: list[EnforcementCase], mode: str, options: argparse.Namespace
    ) -> None:
        self.engine, self.examples, self.mode, self.options = engine, examples, mode, options
        for match in (match for example in examples for match in example.matches):
            occurrences("", match)  # a run compiles the forms of a term once, however long it is
        bare = [Task(example.source) for example in examples]
        self._translated(bare[:8])
        done, self.spent = self._translated(bare)
        self.plain = [one.text for one in done]

    def ours(self, show: int) -> None:
        tasks = [Task(example.source, example.matches if self.mode != "none" else ()) for example in self.examples]
        self.engine.decoded = self.engine.scored = 0
        done, spent = self._translated(tasks)
        outputs = [one.text for one in done]
        verdicts = self._row("padan", self.examples, outputs, spent / self.spent)
        if self.mode != "none":
            self._cascade(tasks, done)
            self._steps(done, verdicts)
            self._doubts(done, verdicts)
        for task, one in [(task, one) for task, one in zip(tasks, done, strict=True) if one.unforced][:show]:
            print(f"  < {task.source}\n  - {one.unforced}\n  + {one.text}")
            print("   ", *(f"{use.source}={use.target} {use.status} {use.sure};" for use in one.terms))

    def others(self, folder: Path, limit: int) -> None:
        examples = self.examples[:limit]
        ways: dict[str, Callable[[], list[str]]] = {
            "source replaced": lambda: peers.replaced(self.engine, examples),
            "placeholders": lambda: peers.placeholders(self.engine, examples),
            "constrained": lambda: peers.constrained(folder, examples),
        }
        for name, way in ways.items():
            started = time.process_time()
            outputs = way()
            spent = time.process_time() - started
            self._row(name, examples, outputs, spent / self.spent * len(self.examples) / len(examples))

    def _translated(self, tasks: Sequence[Task]) -> tuple[list[Enforced], float]:
        started = time.process_time()
        windows = [tasks[place : place + WINDOW] for place in range(0, len(tasks), WINDOW)]
        done = [one for window in windows for one in enforce(self.engine, window, self.options.beam)]
        return done, time.process_time() - started

    def _row(self, name: str, examples: list[EnforcementCase], outputs: list[str], cost: float) -> list[list[Verdict]]:
        plain = self.plain[: len(examples)]
        verdicts = scores.judged(examples, outputs, plain, self.options.aligner, self.options.priors)
        every = [verdict for row in verdicts for verdict in row]
        met = max(1, sum(verdict.met for verdict in every))
        shares = (sum(getattr(verdict, name) for verdict in every) / met for name in ("cased", "misplaced", "taken"))
        bleu, chrf = scores.quality(outputs, [example.reference for example in examples])
        surplus = [scores.excess(texts, [one.required() for one in examples]) for texts in (outputs, plain)]
        words = [sum(len(text.split()) for text in texts) for texts in (outputs, plain)]
        masked = [self._masked(examples, outputs, own=True), self._masked(examples, plain, own=False)]
        print(
            f"{self.mode:<7}{name:<16}met {met}/{len(every)} {met / max(1, len(every)):.2%}"
            "  cased {:.2%}  misplaced {:.2%}  taken {:.2%}".format(*shares)
            + f"  excess {surplus[0]} ({surplus[1]})  BLEU {bleu:.2f}  chrF2++ {chrf:.2f}"
            f"  masked {masked[0]:.2f} ({masked[1]:.2f})  length {words[0] / words[1]:.3f}  CPU {cost:.2f}"
        )
        return verdicts

    def _masked(self, examples: Sequence[EnforcementCase], outputs: Sequence[str], own: bool) -> float:
        """chrF2++ without the words of the terms. own: those of this mode's glossary, else those of the reference."""
        uses = [example.required() if own and self.mode != "none" else example.expected() for example in examples]
        texts = [scores.without(output, row) for output, row in zip(outputs, uses, strict=True)]
        return scores.quality(texts, [scores.without(one.reference, one.expected()) for one in examples])[1]

    def _cascade(self, tasks: list[Task], done: list[Enforced]) -> None:
        number, worst = len(done), [_worst(one) for one in done]
        repaired = sum(step > STEPS.index(Status.N_BEST) for step in worst)
        hard = sum(step > STEPS.index(Status.SWAPPED) for step in worst)
        idle = [one.text == text for task, one, text in zip(tasks, done, self.plain, strict=True) if not task.matches]
        print(
            f"    p {repaired / number:.2f}  q {hard / max(1, repaired):.2f}"
            f"  decodes {self.engine.decoded / number:.2f}  scored {self.engine.scored / number:.2f}"
            f"  sentences without a term: {len(idle)}, same {sum(idle)}"
        )

    def _steps(self, done: list[Enforced], verdicts: list[list[Verdict]]) -> None:
        """Of each step: occurrences, what the judge says of them; the sentences in which it was the last."""
        uses = [pair for one, row in zip(done, verdicts, strict=True) for pair in zip(one.terms, row, strict=True)]
        counts = Counter(use.status for use, _ in uses)
        for index, step in enumerate(STEPS):
            chosen = [number for number, one in enumerate(done) if _worst(one) == index]
            if chosen:
                mine = [verdict for use, verdict in uses if use.status is step]
                misplaced, taken = sum(one.misplaced for one in mine), sum(one.taken for one in mine)
                print(
                    f"    {step:<9}{counts[step]:>5} terms, misplaced {misplaced:>3}, taken {taken:>3};"
                    f" {len(chosen):>4} sentences, masked {self._masked_of(chosen, done)}"
                )

    def _masked_of(self, chosen: Sequence[int], done: Sequence[Enforced]) -> str:
        """The masked score of the sentences of these numbers, and that of the run without a glossary."""
        examples = [self.examples[number] for number in chosen]
        ours = self._masked(examples, [done[number].text for number in chosen], own=True)
        plain = self._masked(examples, [self.plain[number] for number in chosen], own=False)
        return f"{ours:.2f} ({plain:.2f})"

    def _doubts(self, done: list[Enforced], verdicts: list[list[Verdict]]) -> None:
        """Of the repairs with and without a warning, how many the judge calls misplaced."""
        for sure in (True, False):
            found = [
                verdict
                for one, row in zip(done, verdicts, strict=True)
                for use, verdict in zip(one.terms, row, strict=True)
                if use.status in REPAIRS and use.sure is sure
            ]
            wrong, taken = (sum(getattr(verdict, name) for verdict in found) for name in ("misplaced", "taken"))
            print(
                f"    repairs with{'out' if sure else ''} a warning: {len(found)}, misplaced {wrong}"
                f" ({wrong / max(1, len(found)):.1%}), taken {taken} ({taken / max(1, len(found)):.1%})"
            )


def _worst(one: Enforced) -> int:
    return max((STEPS.index(use.status) for use in one.terms), default=-1)


if __name__ == "__main__":
    main()
