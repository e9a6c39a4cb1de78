"""`--abbreviations first`: where an abbreviation comes first in a document its English stands, with the abbreviation
in brackets; after that the abbreviation stands alone. Only those of the built-in lists that have English are meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from glossary import USER_LIST, is_translated_abbreviation
from translator.bitext import Pair
from translator.document import Span
from translator.pipeline.prepare import Sentence
from translator.pipeline.rewriting import place_of, standing, with_form, with_text


@dataclass(slots=True)
class FirstAbbreviations:
    """The abbreviations of a document that were introduced so far."""

    introduced: set[str] = field(default_factory=set)

    def shortened(self, sentence: Sentence, pair: Pair) -> Pair:
        """The next pair of the document, each abbreviation introduced at its first place and alone after it."""
        terms = sentence.terms
        for index in standing(pair):
            term = terms[index].term
            if term.term_list == USER_LIST:
                continue
            short = term.source.upper() if sentence.capitals else term.source
            if is_translated_abbreviation(term) and not pair.reviewed:
                pair = _shortened(pair, index, short, term.source in self.introduced)
            self.introduced.add(term.source)  # one that stays in brackets behind its long form is introduced, too
        return pair


def _shortened(pair: Pair, index: int, short: str, is_introduced: bool) -> Pair:
    """The pair with the abbreviation in place of its English, or at the first place in brackets behind it."""
    if is_introduced:
        return with_form(pair, index, short, short)
    end = place_of(pair, index).end
    return with_text(pair, Span(end, end), f" ({short})")
