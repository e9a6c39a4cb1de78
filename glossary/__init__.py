"""Term lists, and where their terms stand in Indonesian and English text. Knows nothing of translators."""

from glossary.abbreviations import (
    Abbreviations,
    abbreviation_in_english,
    abbreviations_kept,
    is_translated_abbreviation,
)
from glossary.addresses import find_addresses
from glossary.builtin import default_lists, is_name, locate, names
from glossary.files import load, render
from glossary.initials import find_initials
from glossary.lint import lint, lint_file
from glossary.merging import merge
from glossary.mining.proposals import MinedExample, Proposal, mine
from glossary.problem import Problem, ProblemSeverity
from glossary.source.brackets import settle_brackets
from glossary.source.forms import proper_name
from glossary.source.indexed import IndexedTerms, from_bytes, indexed
from glossary.source.matcher import Matcher
from glossary.source.nasals import NASAL_INSTEAD_OF
from glossary.source.unit_numbers import filled
from glossary.target.conjugation import NOUNS, USUAL, accepted, inflected, inflections, past_forms
from glossary.target.forms import article
from glossary.target.grammar import (
    have_same_head,
    in_form_of,
    is_abbreviation,
    is_countable,
    is_plural_by_itself,
    may_replace,
    names_people,
    names_place,
    rivals,
    same_spelt_otherwise,
)
from glossary.target.spelling import EnglishSpelling, in_spelling, respelt
from glossary.target.usage import (
    begins_sentence,
    forbidden,
    is_common_noun,
    keeps_letters,
    occurrences,
    required_form,
)
from glossary.term import (
    USER_LIST,
    Case,
    Glossary,
    GlossaryError,
    Inflection,
    Match,
    Term,
    TermKind,
    TermStatus,
    VerbForm,
    deciding_fields,
)

__all__ = [
    "NASAL_INSTEAD_OF",
    "NOUNS",
    "USER_LIST",
    "USUAL",
    "Abbreviations",
    "Case",
    "EnglishSpelling",
    "Glossary",
    "GlossaryError",
    "IndexedTerms",
    "Inflection",
    "Match",
    "Matcher",
    "MinedExample",
    "Problem",
    "ProblemSeverity",
    "Proposal",
    "Term",
    "TermKind",
    "TermStatus",
    "VerbForm",
    "abbreviation_in_english",
    "abbreviations_kept",
    "accepted",
    "article",
    "begins_sentence",
    "deciding_fields",
    "default_lists",
    "filled",
    "find_addresses",
    "find_initials",
    "forbidden",
    "from_bytes",
    "have_same_head",
    "in_form_of",
    "in_spelling",
    "indexed",
    "inflected",
    "inflections",
    "is_abbreviation",
    "is_common_noun",
    "is_countable",
    "is_name",
    "is_plural_by_itself",
    "is_translated_abbreviation",
    "keeps_letters",
    "lint",
    "lint_file",
    "load",
    "locate",
    "may_replace",
    "merge",
    "mine",
    "names",
    "names_people",
    "names_place",
    "occurrences",
    "past_forms",
    "proper_name",
    "render",
    "required_form",
    "respelt",
    "rivals",
    "same_spelt_otherwise",
    "settle_brackets",
]
