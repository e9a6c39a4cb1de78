"""The user's glossaries, read and merged: what the study raises becomes an error of ours, with its exit code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import glossary
from glossary import GlossaryError, Term
from translator.errors import TermListError


def load(paths: Sequence[Path]) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """The terms of all the lists, the later ones winning, and a line for each entry that another list overrides.

    Raises TermListError.
    """
    try:
        return glossary.merge([glossary.load(path) for path in paths])
    except GlossaryError as error:
        raise TermListError(error.message, error.hint) from error
