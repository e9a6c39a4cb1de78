"""Count the words of a parallel corpus, and write the lists by which `translator/names.py` knows a name.

    python -m training.names CORPUS/train.tsv.xz translator/

Only counts leave the corpus. `words.txt`: Indonesian words in small letters that come twice or more and are no form of
another one there. `names.txt`: words with a capital inside a sentence whose English shows another thing than what the
rule of `translator/names.py` says of them by their letters.
"""

import argparse
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import fill

from translator.language import names

WORD = re.compile(r"[^\W\d_]+")
ENDS = tuple(".!?:…\"'“”-–—•(")
COPIED = 0.75  # of the sentences with a name have it in the English too: loose pairs drop the others
TRANSLATED = 0.7
SHARE = 0.03  # of a name's sentences that show a form of it, at least: Iranian for Iran
HEADER = """\
# {what}
# Made from the counts of a parallel corpus of {pairs:,} sentence pairs (news, reports, talks, guides, everyday text,
# scripture) by: python -m training.names
"""
WORDS = "Indonesian words in small letters; forms that follow from another word by affixes are left out."
NAMES = """Words with a capital, and what may stand for them in English. A word alone is translated by convention,
# or nobody can tell: it is never required."""
# Convention's own, seldom or never in the corpus.
EXONYMS = """
Sansekerta Sanskerta Polinesia Mikronesia Melanesia Nordik Skandinavia Kaukasus Efesus Aleksandria Konstantinopel
Kopenhagen Bukares Beograd Praha Warsawa Wina Jenewa Brusel Lisabon Moskow Moskwa Athena Kairo Yerusalem Betlehem
Damaskus Teheran Mekah Mekkah Makkah Madinah Yaman Libanon Yordania Palestina Suriah Irak Alpen Kaspia Aegea Efesia
Sisilia Korsika Kreta Siprus Venesia Napoli Roma Kolombia Ekuador Meksiko Kuba Maroko Aljazair Libia Etiopia Gading
Renaisans Bizantium Utsmaniyah Abbasiyah Umayyah Aramaik Ibrani Yahudi Nasrani Kristen Katolik Ortodoks Marsekal
Laksamana Kolonel Jenderal Mayor Kapten Letnan Sersan Kopral Prajurit Brigadir Komodor Luksemburg Filipina
Philipina Neolitikum Paleolitikum Mesozoikum Jurasik Merkurius Yupiter Neptunus Saturnus Laksdya Marsdya Vatikan Sidney
Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Nopember Desember Kastel Ekspo Dominika
Krimea Belarusia Kurdi Syiah Syi'ah Hizbullah Ayatullah Khadafi Usamah Bagdad Badui Jum'at Syari'ah Kolonis Triceratop
Letjen Mayjen Brigjen Letkol Kapten Lettu Letda Peltu Pelda Serma Serka Sertu Serda Kopka Koptu Kopda Praka Pratu Prada
Laksma Laksda Marsma Marsda Komjen Irjen Brigjenpol Kombes Kompol Iptu Ipda Aiptu Aipda Bripka Briptu Bripda
Menhan Menlu Mendagri Menkeu Menko Menkes Mensos Menag Menaker Menkumham Menpan Mensesneg Wapres Wamen Wamenhan Wagub
Capres Cawapres Pilkada Pilpres Pileg Pemilu Pemda Pemprov Pemkot Pemkab Perda Perpres Inpres Keppres Permen Perppu
Mabes Polri Polda Polres Polsek Kapolri Kapolda Kapolres Kapolsek Brimob Densus Satgas Alutsista Kodam Korem Kodim
Koramil Pangdam Danrem Dandim Danlanud Lanud Lanal Lantamal Kasad Kasal Kasau Kejagung Kejati Kejari Kajati Dubes Konjen
Arab Sekjen Dirjen Dirut Sekda Setneg Seskab Humas Jubir Kovenan
""".split()


@dataclass(slots=True)
class Counts:
    """What the corpus shows. copied: sentences whose English has the word; forms: English words that begin like it."""

    pairs: int = 0
    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    copied: Counter[str] = field(default_factory=Counter)
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="pairs, tab-separated, in xz")
    parser.add_argument("folder", type=Path, help="where words.txt and names.txt are written")
    chosen = parser.parse_args()
    with lzma.open(chosen.corpus, "rt", encoding="utf-8") as lines:
        counts = count(line.split("\t")[:2] for line in lines)
    known = roots(counts)
    words = HEADER.format(what=WORDS, pairs=counts.pairs) + fill(" ".join(sorted(known)), 120) + "\n"
    listed = "".join(" ".join((word, *accepted)) + "\n" for word, accepted in sorted(exceptions(counts, known).items()))
    (chosen.folder / "words.txt").write_text(words, encoding="utf-8")
    (chosen.folder / "names.txt").write_text(HEADER.format(what=NAMES, pairs=counts.pairs) + listed, encoding="utf-8")


def count(pairs: Iterable[list[str]]) -> Counts:
    """The counts of pairs of sentences."""
    counts = Counts()
    for indonesian, english in pairs:
        counts.pairs += 1
        there = set(WORD.findall(english))
        for word, inside in placed(indonesian):
            if not word[0].isupper():
                counts.small[word] += 1
            elif inside:
                counts.capital[word] += 1
                if word in there:
                    counts.copied[word] += 1
                else:
                    counts.forms[word].update(form for form in there if is_form(form, word))
    return counts


def placed(sentence: str) -> Iterator[tuple[str, bool]]:
    """The words of a sentence, and whether each stands where a capital says something."""
    words = list(WORD.finditer(sentence))
    headline = len(words) >= 3 and sum(word[0][0].isupper() for word in words) > 0.6 * len(words)
    for number, word in enumerate(words):
        before = sentence[: word.start()].rstrip()
        yield word[0], number > 0 and not headline and not before.endswith(ENDS)


def is_form(form: str, word: str) -> bool:
    """Does an English word look like one made of a name: Iranian of Iran, Libyans of Libya?"""
    stem = word[:-1] if word[-1] in "aeo" else word
    return (
        form != word
        and len(word) > 3
        and form.startswith(stem)
        and re.fullmatch("i?a?n?e?s?e?i?c?s?", form[len(stem) :]) is not None
    )


def roots(counts: Counts) -> set[str]:
    """The words in small letters that are no form of another one, nor names written small by mistake."""
    words = {word for word, number in counts.small.items() if number > 1 and len(word) > 1 and word.isascii()}
    words = {
        word
        for word in words
        if counts.small[word] * 3 > counts.capital[word.capitalize()] or not is_copied(counts, word.capitalize())
    }
    return {word for word in words if not any(stem in words for stem in names.stems(word))}


def is_copied(counts: Counts, word: str) -> bool:
    return counts.copied[word] >= COPIED * counts.capital[word]


def exceptions(counts: Counts, known: set[str]) -> dict[str, tuple[str, ...]]:
    """The words with a capital that the rule would judge otherwise than their English does, and names with forms."""
    found: dict[str, tuple[str, ...]] = {}
    for word, number in counts.capital.items():
        small = word.lower()
        is_word = small in known or any(stem in known for stem in names.stems(small))
        is_name = names.looks_like_a_name(word, is_word)
        shown = counts.forms[word]
        forms = tuple(sorted(form for form, times in shown.items() if times >= max(2, SHARE * number)))
        copied = counts.copied[word] + sum(shown[form] for form in forms)
        sure = number >= (5 if is_word else 2) and copied >= (0.8 if is_word else COPIED) * number
        if copied < TRANSLATED * number or counts.copied[word] < number / 3:
            if is_name:
                found[word] = ()
        elif sure and (forms or not is_name) and len(word) > 2 and (not is_word or number >= 2 * counts.small[small]):
            plurals = (f"{form}s" for form in forms if form[-1] in "in")
            found[word] = tuple(dict.fromkeys((word, *forms, *plurals)))
    return found | dict.fromkeys(EXONYMS, ())


if __name__ == "__main__":
    main()
