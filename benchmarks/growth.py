"""How the time of a run grows with its input: each case at doubling sizes, with the ratio to the size before.

    python -m benchmarks.growth [--only NAME]... [--rounds N] [--plot FILE.svg]

A ratio of 2.2 and more, at a size that takes more than a tenth of a second, is marked. Times are processor seconds, the
median of several rounds. The plot has both axes doubling, so that who grows as its input does rises as the grey line.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import growth_plot
from glossary import Matcher, MinedExample, Term, default_lists, load, mine, occurrences
from translator.build import build
from translator.document import Document, Place, Segment, Span
from translator.formats import Format, markdown, srt, txt
from translator.language.numbers import localise
from translator.pipeline import Pipeline
from translator.settings import Settings

MAX_RATIO = 2.2
MIN_SECONDS = 0.1
CLAUSE = (
    "Panglima mengatakan bahwa kapal perang Rusia tiba di pelabuhan Tartus pada hari Senin dengan 1.250 prajurit, "
    "sementara juru bicara Prasetyo menolak menjawab pertanyaan wartawan"
)


@dataclass(frozen=True, slots=True)
class GrowthCase:
    """A case: its sizes, and what is done for a size; `run` gets what `make` made, and only `run` is timed."""

    name: str
    sizes: tuple[int, ...]
    make: Callable[[int], str]
    run: Callable[[str], object]


def cases(pipeline: Pipeline) -> list[GrowthCase]:
    """All cases."""

    def translate(text: str) -> object:
        segment = Segment(text, Place(Span(0, len(text)), 1))
        return pipeline.translate(Document("growth", (segment,), None))

    sentence = (128, 256, 512, 1_024)
    large = (64_000, 128_000, 256_000, 512_000)
    return [
        GrowthCase(
            "a sentence of many clauses", (4, 8, 16, 32), lambda n: f"{', dan '.join([CLAUSE] * n)}.", translate
        ),
        GrowthCase("a term beside a name", sentence, lambda n: f"{'kapal perang Prasetyo ' * n}.", translate),
        GrowthCase("names", sentence, lambda n: f"Hadir {_words(n, 'Kusumo').replace(' ', ', ')}.", translate),
        GrowthCase(
            "numbers", sentence, lambda n: f"{' '.join(str(1000 + 37 * i) for i in range(n))} orang.", translate
        ),
        GrowthCase("dates", sentence, _dates, translate),
        GrowthCase("Roman numerals", sentence, lambda n: f"Abad {'XIX XVII IV ' * (n // 4)}.", translate),
        GrowthCase("units", sentence, lambda n: f"Sejauh {'3 mil laut 12 knot ' * (n // 4)}.", translate),
        GrowthCase("approximators", sentence, lambda n: f"Ada {'kurang lebih 40 di utara ' * (n // 4)}.", translate),
        GrowthCase("figures, localised", large, lambda n: "1.500 | 3,5 | " * (n // 14), localise),
        GrowthCase(
            "addresses", sentence, lambda n: f"Baca {' '.join(f'www.contoh{i}.id' for i in range(n))} ya.", translate
        ),
        GrowthCase("codes", sentence, lambda n: f"Tekan {' '.join(f'`F{i}`' for i in range(n))} ya.", translate),
        GrowthCase("emoji", sentence, lambda n: f"Terima kasih {'🚢 ' * n}semua.", translate),
        GrowthCase("blanks", large, lambda n: f"Kapal{' ' * n}", translate),
        *_glossary_cases(),
        GrowthCase("text, read", large, lambda n: "Kapal itu tiba.\n" * (n // 16), _read(txt, "a.txt")),
        GrowthCase("Markdown, read", large, lambda n: "Kapal *itu* tiba.\n\n" * (n // 19), _read(markdown, "a.md")),
        GrowthCase("SRT, read", large, _subtitles, _read(srt, "a.srt")),
        GrowthCase("a cue of spaces", (8_000, 16_000, 32_000, 64_000), _cue_of_spaces, _read(srt, "a.srt")),
    ]


def _glossary_cases() -> list[GrowthCase]:
    """Cases of the glossary package: mining, matching, and a very long entry."""
    matcher = Matcher([], [term for path in default_lists() for term in load(path).terms])
    clause = "Kapal perang Rusia dan Letnan Jenderal Budi, Panglima Kodam IX, membawa 5 rudal jelajah Brigif 9. "
    matcher.find(clause)
    return [
        GrowthCase("mining pairs", (400, 800, 1_600, 3_200), lambda n: _words(n, "kata"), _mine),
        GrowthCase("a long glossary entry", (2_000, 4_000, 8_000, 16_000), lambda n: _words(n, "kata"), _match_whole),
        GrowthCase("an entry that repeats a word", (2_000, 4_000, 8_000, 16_000), lambda n: "kata " * n, _match_whole),
        GrowthCase("terms on one line, found", (128, 256, 512, 1_024), lambda n: clause * (n // 4), matcher.find),
    ]


def _words(count: int, stem: str) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    places = [(n % 26, n // 26 % 26, n // 676) for n in range(count)]
    return " ".join(stem + "".join(letters[place] for place in three) for three in places)


def _mine(text: str) -> object:
    example = MinedExample(text, text.replace("kata", "word"))
    return mine([example] * 10)


def _match_whole(text: str) -> object:
    """Find a text that is one single entry, and its translation."""
    translation = text.replace("kata", "word")
    matches = Matcher([Term(text, (translation,))]).find(f"Ini {text} ya, {text}.")
    return occurrences(f"This is {translation}.", matches[0])


def _read(format_: Format, name: str) -> Callable[[str], object]:
    return lambda text: format_.parse(text.encode(), name)


def _dates(number: int) -> str:
    return f"Tiba {' '.join(f'({day % 28 + 1}/5/2024)' for day in range(number))}."


def _subtitles(size: int) -> str:
    cue = "{0}\n00:00:01,000 --> 00:00:02,000\nKapal itu tiba.\n\n"
    return "".join(cue.format(number) for number in range(1, size // 50))


def _cue_of_spaces(size: int) -> str:
    return f"1\n00:00:01,000 --> 00:00:02,000\nA{' ' * size}B\n\n"


def seconds(case: GrowthCase, size: int, rounds: int) -> float:
    """The processor seconds of one run, the median of several."""
    made = case.make(size)
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        case.run(made)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description="Show how the time of a run grows with its input.")
    parser.add_argument("--only", action="append", help="cases whose names hold this")
    parser.add_argument("--rounds", type=int, default=3, help="measure each size so often")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the cases, as SVG")
    chosen = parser.parse_args()
    pipeline = build(Settings(model="starter"))
    pipeline.engine.translate([], 1, 1)
    gc.freeze()  # as `padan translate` has it
    gc.set_threshold(200_000)
    curves: dict[str, list[float]] = {}
    for case in cases(pipeline):
        if any(name in case.name for name in chosen.only or [""]):
            curves[case.name] = _print_case(case, chosen.rounds)
    if chosen.plot:
        chosen.plot.write_text(growth_plot.drawn(curves), "utf-8")


def _print_case(case: GrowthCase, rounds: int) -> list[float]:
    """Print a row for each size; return the seconds."""
    print(case.name)
    before = 0.0
    curve = []
    for size in case.sizes:
        now = seconds(case, size, rounds)
        ratio = now / before if before else 0.0
        mark = "  <-- grows faster than its input" if ratio >= MAX_RATIO and now > MIN_SECONDS else ""
        print(f"  {size:>8,}  {now:8.2f} s  {f'x {ratio:.1f}' if ratio else '':>8}{mark}", flush=True)
        before = now
        curve.append(now)
    return curve


if __name__ == "__main__":
    main()
