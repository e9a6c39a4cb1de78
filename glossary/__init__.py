"""Padan's study: term lists, and where their terms are used. Knows nothing of translators."""

from glossary.english import article
from glossary.files import load
from glossary.lint import lint, lint_file
from glossary.matcher import Matcher
from glossary.merging import merge
from glossary.problem import Problem, Severity
from glossary.term import Case, Glossary, GlossaryError, Kind, Match, Term, TermStatus
from glossary.usage import begins_sentence, forbidden, occurrences, required_form

__all__ = [
    "Case",
    "Glossary",
    "GlossaryError",
    "Kind",
    "Match",
    "Matcher",
    "Problem",
    "Severity",
    "Term",
    "TermStatus",
    "article",
    "begins_sentence",
    "forbidden",
    "lint",
    "lint_file",
    "load",
    "merge",
    "occurrences",
    "required_form",
]
