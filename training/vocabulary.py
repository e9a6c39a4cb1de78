"""Count the words of parallel corpora, and write the vocabularies of `translator/language`.

    python -m training.vocabulary translator/language/words CORPUS/*.tsv.xz

Only counts leave the corpora. `indonesian_rare_words.txt`: words in small letters that come three times or more, are no
form of a word of `indonesian_words.txt`, and are neither English nor names. `english_words.txt`: the English words that
come most often in small letters and hardly ever in the Indonesian text.
"""

import argparse
import lzma
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import fill

from translator.language.morphology import stems
from translator.language.word_lists import lines

WORD = re.compile(r"[^\W\d_]+")
MIN_RARE = 3  # occurrences of a rare word
MAX_CAPITALS = 2  # small ones for each with a capital: a word that comes more often so is a name, too
MIN_LETTERS = 4  # of a rare word: shorter ones are abbreviations and slips
MAX_ENGLISH_SHARE = 2  # English occurrences for one Indonesian one: more is an English word in an Indonesian text
MAX_ENGLISH = 6000  # words of the English vocabulary
MIN_ENGLISH_SHARE = 4  # English occurrences for one Indonesian one of a word of the English vocabulary
HEADER = """\
# {what}
# Made from the counts of {pairs:,} sentence pairs by: python -m training.vocabulary
"""


@dataclass(slots=True)
class VocabularyCounts:
    """How often words come: Indonesian ones in small letters and with a capital, English ones in small letters."""

    pairs: int = 0
    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the two lists are written")
    parser.add_argument("corpora", type=Path, nargs="+", help="pairs, tab-separated, in xz")
    chosen = parser.parse_args()
    counts = VocabularyCounts()
    for corpus in chosen.corpora:
        with lzma.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                add(counts, line)
    rare = rare_words(counts)
    write(chosen.folder / "indonesian_rare_words.txt", "Rare Indonesian words, in small letters.", rare, counts.pairs)
    english = sorted(english_words(counts))
    write(chosen.folder / "english_words.txt", "Frequent English words, in small letters.", english, counts.pairs)


def add(counts: VocabularyCounts, line: str) -> None:
    """Count the words of one pair."""
    indonesian, english = line.rstrip("\n").split("\t")[:2]
    counts.pairs += 1
    for word in WORD.findall(indonesian):
        if word.islower():
            counts.small[word] += 1
        else:
            counts.capital[word] += 1
    counts.english.update(filter(str.islower, WORD.findall(english)))


def rare_words(counts: VocabularyCounts) -> list[str]:
    frequent = set(" ".join(lines("indonesian_words")).split())
    words = set()
    for word, number in counts.small.items():
        if number < MIN_RARE or len(word) < MIN_LETTERS or not word.isascii():
            continue
        is_name = MAX_CAPITALS * counts.capital[word.capitalize()] > number
        is_english = counts.english[word] > MAX_ENGLISH_SHARE * number
        is_form = word in frequent or not frequent.isdisjoint(stems(word))
        if not is_name and not is_english and not is_form:
            words.add(word)
    return sorted([word for word in words if words.isdisjoint(stems(word))])


def english_words(counts: VocabularyCounts) -> set[str]:
    words = set()
    for word, number in counts.english.most_common(MAX_ENGLISH):
        if word.isascii() and number > MIN_ENGLISH_SHARE * counts.small[word]:
            words.add(word)
    return words


def write(file: Path, what: str, words: list[str], pairs: int) -> None:
    text = HEADER.format(what=what, pairs=pairs) + fill(" ".join(words), 120) + "\n"
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
