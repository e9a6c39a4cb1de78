"""Does enforcement make sentences worse? A person says it, one sentence at a time, without knowing which text is whose.

    python -m benchmarks.harm draw --source FILE --sheet SHEET --key KEY [--draw N] [--seed N] [--model NAME|DIR]
    python -m benchmarks.harm count --sheet SHEET --key KEY

FILE: one sentence a line, of text that no rule was made on; a blank line begins another document. `draw` translates it
with names, numbers and the built-in lists, and draws N of the sentences whose translation is not the model's own.
SHEET gets each of them with both texts, in random order; KEY says which one is Padan's. In the column `better` of SHEET
the reader writes 1, 2 or =, then `count` prints the harm for each 100 sentences of FILE: the share of changed sentences
times the share of the drawn whose text of the model is the better one.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.quality import document_of
from translator.bitext import Pair
from translator.build import build
from translator.settings import Settings

COLUMNS = ("number", "better", "source", "text 1", "text 2")
VERDICTS = ("1", "2", "=")


@dataclass(frozen=True, slots=True)
class HarmKey:
    """What the reader must not see. first: for each drawn sentence, is its first text Padan's?"""

    sentences: int
    changed: int
    first: tuple[bool, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("draw", "count"))
    parser.add_argument("--source", type=Path, metavar="FILE")
    parser.add_argument("--sheet", type=Path, required=True)
    parser.add_argument("--key", type=Path, required=True)
    parser.add_argument("--draw", type=int, default=100, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--model", metavar="NAME|DIR", default="starter")
    options = parser.parse_args()
    if options.action == "count":
        show(options.sheet, options.key)
        return
    if options.source is None:
        parser.error("draw needs --source FILE")
    pairs = translated(options.source, options.model)
    draw(pairs, options.draw, random.Random(options.seed), options.sheet, options.key)


def translated(source: Path, model: str) -> list[Pair]:
    """The sentences of a file, as Padan translates them, each block of lines as a document."""
    blocks = source.read_text("utf-8").split("\n\n")
    documents = [document_of(block.splitlines()) for block in blocks]
    pairs: list[Pair] = []
    for _, bitext in build(Settings(model=model)).stream(documents):
        if isinstance(bitext, Exception):
            raise bitext
        for segment in bitext.segments:
            pairs += segment.pairs
    return pairs


def draw(pairs: list[Pair], number: int, chance: random.Random, sheet: Path, key: Path) -> None:
    """Write the sheet of some of the changed sentences, and its key."""
    changed = [pair for pair in pairs if pair.unforced is not None]
    drawn = chance.sample(changed, min(number, len(changed)))
    first = tuple([chance.random() < 0.5 for _ in drawn])
    with sheet.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, "excel-tab", lineterminator="\n")
        rows.writerow(COLUMNS)
        for place, (pair, is_first) in enumerate(zip(drawn, first, strict=True), 1):
            texts = [pair.target, pair.unforced] if is_first else [pair.unforced, pair.target]
            rows.writerow([place, "", pair.source, *texts])
    key.write_text(json.dumps(asdict(HarmKey(len(pairs), len(changed), first))) + "\n", "utf-8")
    print(f"{len(changed)} of {len(pairs)} sentences changed, {len(drawn)} of them drawn")


def show(sheet: Path, key: Path) -> None:
    """Print what the reader found."""
    answers = HarmKey(**json.loads(key.read_text("utf-8")))
    with sheet.open(encoding="utf-8", newline="") as file:
        verdicts = [row["better"].strip() for row in csv.DictReader(file, dialect="excel-tab")]
    unread = sum(verdict not in VERDICTS for verdict in verdicts)
    if unread:
        raise SystemExit(f"{sheet}: {unread} rows have no 1, 2 or = in the column `better`; read them first")
    counts = Counter(outcome(*pair) for pair in zip(verdicts, answers.first, strict=True))
    share = answers.changed / max(1, answers.sentences)
    print(f"{answers.changed} of {answers.sentences} sentences changed ({share:.1%}); {len(verdicts)} read:")
    print(f"{counts['better']} better, {counts['equal']} equal, {counts['harmed']} harmed")
    print(f"harm: {100 * share * counts['harmed'] / max(1, len(verdicts)):.1f} per 100 sentences of text")


def outcome(verdict: str, padan_is_first: bool) -> str:
    """What enforcement did to a sentence: better, equal or harmed."""
    if verdict == "=":
        return "equal"
    return "better" if (verdict == "1") is padan_is_first else "harmed"


if __name__ == "__main__":
    main()
