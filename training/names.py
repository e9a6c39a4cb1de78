"""Count the words of a parallel corpus, and write the word lists of `translator/language/names.py`.

    python -m training.names CORPUS/train.tsv.xz translator/language/words

Only counts leave the corpus. `indonesian_words.txt`: Indonesian words in small letters that come twice or more and are
no form of another one there. `capitalised_words.txt`: words with a capital inside a sentence that English treats
otherwise than `looks_like_a_name` says.
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
from translator.language.morphology import stems

WORD = re.compile(r"[^\W\d_]+")
ENDS = tuple(".!?:…\"'“”-–—•(")
COPIED = 0.75  # of the sentences with a name have it in the English too: loose pairs drop the others
COPIED_OF_WORD = 0.8  # the same where the name is also an Indonesian word
MIN_OF_WORD = 5  # sentences that show such a name
TRANSLATED = 0.7  # a word that is copied in fewer of its sentences is translated
SHARE = 0.03  # of a name's sentences that show a form of it, at least: Iranian for Iran
MIN_HEADLINE, HEADLINE_SHARE = 3, 0.6  # words of a headline, and the share of them with a capital
MIN_WITH_FORMS = 4  # letters of a name that English makes forms of
MAX_CAPITALS_PER_SMALL = 3  # a word that is written with a capital more often than this is a name written small
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
class WordCounts:
    """What the corpus shows. copied: sentences whose English has the word; forms: English words that begin like it."""

    pairs: int = 0
    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    copied: Counter[str] = field(default_factory=Counter)
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="pairs, tab-separated, in xz")
    parser.add_argument("folder", type=Path, help="where the two lists are written")
    chosen = parser.parse_args()
    with lzma.open(chosen.corpus, "rt", encoding="utf-8") as lines:
        counts = count(line.split("\t")[:2] for line in lines)
    known = roots(counts)
    words = HEADER.format(what=WORDS, pairs=counts.pairs) + fill(" ".join(sorted(known)), 120) + "\n"
    (chosen.folder / "indonesian_words.txt").write_text(words, encoding="utf-8")
    listed = [" ".join((word, *accepted)) for word, accepted in sorted(exceptions(counts, known).items())]
    names_text = HEADER.format(what=NAMES, pairs=counts.pairs) + "\n".join(listed) + "\n"
    (chosen.folder / "capitalised_words.txt").write_text(names_text, encoding="utf-8")


def count(pairs: Iterable[list[str]]) -> WordCounts:
    """The counts of pairs of sentences."""
    counts = WordCounts()
    for indonesian, english in pairs:
        counts.pairs += 1
        english_words = set(WORD.findall(english))
        for word, capital_tells in placed(indonesian):
            if not word[0].isupper():
                counts.small[word] += 1
            elif capital_tells:
                count_capital(counts, word, english_words)
    return counts


def count_capital(counts: WordCounts, word: str, english_words: set[str]) -> None:
    """Count a word with a capital inside a sentence whose English has the given words."""
    counts.capital[word] += 1
    if word in english_words:
        counts.copied[word] += 1
        return
    counts.forms[word].update([form for form in english_words if is_form(form, word)])


def placed(sentence: str) -> Iterator[tuple[str, bool]]:
    """The words of a sentence, and whether each stands where a capital tells something."""
    words = list(WORD.finditer(sentence))
    capitals = sum(word[0][0].isupper() for word in words)
    is_headline = len(words) >= MIN_HEADLINE and capitals > HEADLINE_SHARE * len(words)
    for number, word in enumerate(words):
        before = sentence[: word.start()].rstrip()
        begins = number == 0 or before.endswith(ENDS)
        yield word[0], not begins and not is_headline


def is_form(form: str, word: str) -> bool:
    """Does an English word look like one made of a name: Iranian of Iran, Libyans of Libya?"""
    stem = word[:-1] if word[-1] in "aeo" else word
    if form == word or len(word) < MIN_WITH_FORMS:
        return False
    if not form.startswith(stem):
        return False
    return re.fullmatch("i?a?n?e?s?e?i?c?s?", form[len(stem) :]) is not None


def roots(counts: WordCounts) -> set[str]:
    """The words in small letters that are no form of another one, nor names written small by mistake."""
    words = set()
    for word, number in counts.small.items():
        if number < 2 or len(word) < 2 or not word.isascii():
            continue
        capital = word.capitalize()
        is_often_small = number * MAX_CAPITALS_PER_SMALL > counts.capital[capital]
        if is_often_small or not is_copied(counts, capital):
            words.add(word)
    return {word for word in words if words.isdisjoint(stems(word))}


def is_copied(counts: WordCounts, word: str) -> bool:
    return counts.copied[word] >= COPIED * counts.capital[word]


def exceptions(counts: WordCounts, known: set[str]) -> dict[str, tuple[str, ...]]:
    """The words with a capital that the rule would judge otherwise than their English does, and names with forms."""
    found: dict[str, tuple[str, ...]] = {}
    for word, number in counts.capital.items():
        is_word = word.lower() in known or not known.isdisjoint(stems(word.lower()))
        is_name = names.looks_like_a_name(word, is_word)
        forms = frequent_forms(counts, word)
        copied = counts.copied[word] + sum(counts.forms[word][form] for form in forms)
        if copied < TRANSLATED * number or counts.copied[word] < number / 3:
            if is_name:
                found[word] = ()
            continue
        is_exception = bool(forms) or not is_name
        if is_exception and len(word) > 2 and is_sure_name(counts, word, copied, is_word):
            plurals = [f"{form}s" for form in forms if form[-1] in "in"]
            found[word] = tuple(dict.fromkeys((word, *forms, *plurals)))
    return found | dict.fromkeys(EXONYMS, ())


def frequent_forms(counts: WordCounts, word: str) -> tuple[str, ...]:
    """The English forms of a name that enough of its sentences show."""
    least = max(2, SHARE * counts.capital[word])
    return tuple(sorted([form for form, times in counts.forms[word].items() if times >= least]))


def is_sure_name(counts: WordCounts, word: str, copied: int, is_word: bool) -> bool:
    """Does the corpus show often enough that a word is copied? It must do so more often where it is also a word."""
    number = counts.capital[word]
    if not is_word:
        return number >= 2 and copied >= COPIED * number
    is_often_capital = number >= 2 * counts.small[word.lower()]
    return is_often_capital and number >= MIN_OF_WORD and copied >= COPIED_OF_WORD * number


if __name__ == "__main__":
    main()
