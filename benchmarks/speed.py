"""Padan beside a loop over transformers, CTranslate2 in one call, and Argos Translate: one run, the same weights.

    python -m benchmarks.speed --source FILE [--limit N] [--widened | --model NAME] [--beam N]... [--rounds N]
                               [--threads N] [--argos PYTHON] [--only NAME]...

FILE: one Indonesian sentence a line. --widened: the starter in the size of opus-mt-id-en (see benchmarks/widened.py).
PYTHON: an interpreter with argostranslate installed, for the row of Argos Translate.

- transformers: `generate` for one sentence after the other, as its documentation shows;
- ctranslate2: all sentences in one call, which sorts them by length, batches of 1,024 subwords;
- argos: the same CTranslate2 form in a package of Argos Translate; its splitting of sentences, which downloads a model,
  is left out;
- padan: `padan translate` with the built-in lists, names kept, checks, a table and a page; `padan, plain`: without
  lists and names.

Each is a process of its own, all with the same CT2_FORCE_CPU_ISA and number of threads. Its costs are those of the file
less those of its first sentence alone, which stand apart as its start; of several rounds the median counts. On a
machine that is in use, measure with one thread: the threads of PyTorch wait for one another at work.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.folder import Cost, timed
from translator import engines, models
from translator.engines.base import Engine
from translator.engines.ct2 import BATCH
from translator.engines.ct2.processor import INSTRUCTIONS
from translator.engines.tokenizer import EOS, FREE_LENGTH, MAX_LENGTH_RATIO

Contender = Callable[[Path, Sequence[str], int, int], list[str]]  # of a model, sentences, the beam, threads
PADAN = {"padan": (), "padan, plain": ("--no-default-glossary", "--no-keep-names")}


def transformers_loop(model: Path, lines: Sequence[str], beam: int, threads: int) -> list[str]:
    """One sentence after the other, as the documentation of transformers shows. model: the Hugging Face form."""
    import torch
    from transformers import MarianMTModel, MarianTokenizer

    torch.set_num_threads(threads)
    tokenizer = MarianTokenizer.from_pretrained(model)
    marian: Any = MarianMTModel.from_pretrained(model, dtype=torch.float32)
    done = []
    for line in lines:
        asked = tokenizer([line], return_tensors="pt")
        most = MAX_LENGTH_RATIO * asked.input_ids.shape[1] + FREE_LENGTH
        answer = marian.generate(**asked, num_beams=beam, max_new_tokens=most, max_length=None)
        done.append(tokenizer.decode(answer[0], skip_special_tokens=True))
    return done


def ctranslate2_call(model: Path, lines: Sequence[str], beam: int, threads: int) -> list[str]:
    """All sentences in one call. model: the CTranslate2 form."""
    import ctranslate2
    from sentencepiece import SentencePieceProcessor

    source, target = (SentencePieceProcessor(model_file=str(model / f"{side}.spm")) for side in ("source", "target"))
    asked = [[*tokens, EOS] for tokens in source.encode(list(lines), out_type=str)]
    translator = ctranslate2.Translator(str(model), "cpu", inter_threads=threads, intra_threads=1)
    most = MAX_LENGTH_RATIO * max(map(len, asked)) + FREE_LENGTH
    found = translator.translate_batch(
        asked, beam_size=beam, max_batch_size=BATCH, batch_type="tokens", max_decoding_length=min(most, 511)
    )
    return [target.decode(one.hypotheses[0]) for one in found]


def argos(model: Path, lines: Sequence[str], beam: int, threads: int) -> list[str]:
    """model: the folder of a package. The sentences stand on lines, which Argos Translate translates one by one."""
    os.environ |= {"ARGOS_BEAM_SIZE": str(beam), "ARGOS_BATCH_SIZE": str(BATCH), "ARGOS_INTRA_THREADS": str(threads)}
    from argostranslate.package import Package
    from argostranslate.translate import Language, PackageTranslation

    class Whole:
        def split_sentences(self, text: str) -> list[str]:
            return [text]

    translation = PackageTranslation(Language("id", "Indonesian"), Language("en", "English"), Package(model))
    translation.sentencizer = Whole()
    return str(translation.translate("\n".join(lines))).split("\n")


CONTENDERS: dict[str, Contender] = {"transformers": transformers_loop, "ctranslate2": ctranslate2_call, "argos": argos}


@dataclass(frozen=True, slots=True)
class Bench:
    """What a run measures. model: as `padan translate` takes it. whole, first: the sentences, and the first alone."""

    model: str
    folder: Path
    whole: Path
    first: Path
    threads: int
    argos: str | None

    @property
    def words(self) -> int:
        """Words of the sentences beyond the first: those whose time is measured."""
        return len(self.whole.read_text("utf-8").split()) - len(self.first.read_text("utf-8").split())

    def command(self, name: str, source: Path, beam: int) -> list[str]:
        """The command that translates a file to `self.output(name)`."""
        if name in PADAN:
            command = [
                sys.executable,
                "-m",
                "translator",
                "translate",
                str(source),
                "--model",
                self.model,
                *PADAN[name],
            ]
            command += ["--beam", str(beam), "--threads", str(self.threads)]
            return [*command, "--output", str(self.output(name)), "--force", "--quiet"]
        found = models.converted(models.resolve(self.model))
        forms = {"transformers": found.hf, "ctranslate2": found.ct2, "argos": self.folder / "argos"}
        python = str(self.argos) if name == "argos" else sys.executable
        files = [str(forms[name]), str(source), str(self.output(name))]
        return [python, __file__, "--contender", name, *files, str(beam), str(self.threads)]

    def output(self, name: str) -> Path:
        return self.folder / f"{name.replace(', ', '-')}.en.txt"

    def cost(self, name: str, beam: int) -> tuple[Cost, Cost]:
        """What the start takes, and what the sentences take after it."""
        start = timed(self.command(name, self.first, beam))
        whole = timed(self.command(name, self.whole, beam))
        return start, Cost(whole.wall - start.wall, whole.cpu - start.cpu, whole.memory)


def package_for_argos(ct2: Path, out: Path) -> None:
    """Write a CTranslate2 form as a package of Argos Translate."""
    out.mkdir()
    about = {"from_code": "id", "from_name": "Indonesian", "to_code": "en", "to_name": "English"}
    (out / "metadata.json").write_text(json.dumps(about | {"package_version": "1.0", "argos_version": "1.11"}))
    (out / "sentencepiece.model").write_bytes((ct2 / "source.spm").read_bytes())
    (out / "model").mkdir()
    for path in ct2.iterdir():
        (out / "model" / path.name).write_bytes(path.read_bytes())
    config = json.loads((ct2 / "config.json").read_bytes())
    (out / "model" / "config.json").write_text(json.dumps(config | {"add_source_eos": True}))


def compare(bench: Bench, names: Sequence[str], beams: Sequence[int], rounds: int) -> None:
    """Print a table for each beam."""
    for beam in beams:
        taken: dict[str, list[tuple[Cost, Cost]]] = {name: [] for name in names}
        for number in range(rounds):
            for name in names:
                if number == 0 or name != "transformers":  # which takes too long for a second round
                    taken[name].append(bench.cost(name, beam))
        base = statistics.median(each.cpu for _, each in taken["ctranslate2"])
        print(f"\nbeam {beam}\n")
        print(
            "| | CPU s per 1,000 words | wall s | start: CPU s | wall s | memory, MB | CPU / ctranslate2 | words out |"
        )
        print("|---|---|---|---|---|---|---|---|")
        for name, costs in taken.items():
            print(_row(name, costs, bench, base), flush=True)


def _row(name: str, costs: Sequence[tuple[Cost, Cost]], bench: Bench, base: float) -> str:
    def middle(part: int, field: str) -> float:
        return float(statistics.median(getattr(cost[part], field) for cost in costs))

    per_thousand = 1000 / bench.words
    cells = [f"{middle(1, field) * per_thousand:.2f}" for field in ("cpu", "wall")]
    cells += [f"{middle(0, field):.2f}" for field in ("cpu", "wall")]
    cells += [f"{middle(1, 'memory'):.0f}", f"{middle(1, 'cpu') / base:.2f}"]
    cells.append(f"{len(bench.output(name).read_text('utf-8').split()):,}")
    return f"| {name} | {' | '.join(cells)} |"


def _loaded(model: str) -> Engine:
    """The engine, loaded once so that the model is converted, and CT2_FORCE_CPU_ISA is set for all processes."""
    return engines.load("ct2", models.converted(models.resolve(model)).form("ct2"))


def main() -> None:
    if sys.argv[1:2] == ["--contender"]:
        name, model, source, output, beam, threads = sys.argv[2:]
        lines = Path(source).read_text("utf-8").splitlines()
        translated = CONTENDERS[name](Path(model), lines, int(beam), int(threads))
        Path(output).write_text("\n".join(translated) + "\n", "utf-8")
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--limit", type=int, default=400, metavar="N", help="only the first N sentences")
    parser.add_argument("--model", default="starter", metavar="NAME", help="as `padan translate --model` takes it")
    parser.add_argument("--widened", action="store_true", help="the starter in the size of opus-mt-id-en")
    parser.add_argument("--beam", type=int, action="append", help="default: 1, 4 and 6")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--argos", metavar="PYTHON", help="an interpreter with argostranslate installed")
    parser.add_argument("--only", action="append", metavar="NAME", help="measure these beside ctranslate2")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["XDG_CACHE_HOME"] = temporary
        run(Path(temporary), options)


def run(folder: Path, options: argparse.Namespace) -> None:
    model = options.model
    if options.widened:
        from benchmarks import widened  # imports torch

        model = str(widened.make(folder / "widened"))
    _loaded(model)
    lines = options.source.read_text("utf-8").splitlines()[: options.limit]
    bench = Bench(model, folder, folder / "whole.txt", folder / "first.txt", options.threads, options.argos)
    bench.whole.write_text("\n".join(lines) + "\n", "utf-8")
    bench.first.write_text(lines[0] + "\n", "utf-8")
    names = ["transformers", "ctranslate2", *PADAN]
    if options.argos:
        names.insert(2, "argos")
        package_for_argos(models.converted(models.resolve(model)).form("ct2"), folder / "argos")
    if options.only:
        names = [name for name in names if name in ("ctranslate2", *options.only)]
    isa = os.environ.get(INSTRUCTIONS, "CTranslate2's choice")
    print(f"{len(lines)} sentences, {bench.words:,} words after the first; instructions: {isa}", flush=True)
    started = time.perf_counter()
    compare(bench, names, options.beam or [1, 4, 6], options.rounds)
    print(f"\nmeasured in {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
