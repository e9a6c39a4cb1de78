"""Padan's study: term lists, and where their terms are used. Knows nothing of translators."""

from glossary.conjugation import accepted
from glossary.english import article
from glossary.files import load, render
from glossary.lint import lint, lint_file
from glossary.matcher import Matcher
from glossary.merging import merge
from glossary.mining import Example, Proposal, mine
from glossary.onboard import default_lists, is_name, locate, names
from glossary.problem import Problem, Severity
from glossary.term import Case, Glossary, GlossaryError, Kind, Match, Term, TermStatus, VerbForm
from glossary.unit_numbers import filled
from glossary.usage import begins_sentence, forbidden, occurrences, required_form

__all__ = [
    "Case",
    "Example",
    "Glossary",
    "GlossaryError",
    "Kind",
    "Match",
    "Matcher",
    "Problem",
    "Proposal",
    "Severity",
    "Term",
    "TermStatus",
    "VerbForm",
    "accepted",
    "article",
    "begins_sentence",
    "default_lists",
    "filled",
    "forbidden",
    "is_name",
    "lint",
    "lint_file",
    "load",
    "locate",
    "merge",
    "mine",
    "names",
    "occurrences",
    "render",
    "required_form",
]
