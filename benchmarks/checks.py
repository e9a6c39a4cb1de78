"""How often does each check speak? On references, where each finding counts as a false alarm, and on machine output.

    python benchmarks/checks.py --source FILE --reference FILE [--translated FILE]... [--glossary FILE]...
                                [--show CHECK]

FILE: one sentence a line. A row for each file, in percent of its sentences; the last columns are any finding, any
error, and milliseconds of processor time that all checks take for a sentence. With a glossary its terms are looked for.
--show: print the findings of one check on the references.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from translator import term_lists
from translator.bitext import Origin, Pair, Severity
from translator.checks import CHECKS, examine
from translator.enforcement.term_check import TermJudge


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--reference", type=Path, required=True, metavar="FILE")
    parser.add_argument("--translated", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--glossary", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--show", choices=CHECKS, metavar="CHECK")
    options = parser.parse_args()
    judge = TermJudge(term_lists.load(options.glossary)[0])
    columns = (*CHECKS, "any", "error", "ms")
    print(f"{'percent of sentences':<24}" + "".join(f"{column[:10]:>12}" for column in columns))
    for path in (options.reference, *options.translated):
        pairs = [judge.judged(pair) for pair in paired(options.source, path)]
        started = time.process_time()
        findings = [examine(pair) for pair in pairs]
        spent = 1000 * (time.process_time() - started) / len(pairs)
        counts = Counter(name for found in findings for name in {finding.check for finding in found})
        counts["any"] = sum(map(bool, findings))
        counts["error"] = sum(any(finding.severity is Severity.ERROR for finding in found) for found in findings)
        rates = (f"{100 * counts[column] / len(pairs):>12.1f}" for column in columns[:-1])
        print(f"{path.name[:23]:<24}{''.join(rates)}{spent:>12.2f}")
    if options.show:
        for line, pair in enumerate(paired(options.source, options.reference), 1):
            for finding in CHECKS[options.show].check(judge.judged(pair)):
                print(f"{options.reference}:{line}: {finding.severity}: {finding.message}")


def paired(source: Path, target: Path) -> list[Pair]:
    """The sentences of two files, line by line."""
    sides = [path.read_text("utf-8").splitlines() for path in (source, target)]
    return [Pair(source.strip(), target.strip(), Origin.MEMORY) for source, target in zip(*sides, strict=True)]


if __name__ == "__main__":
    main()
