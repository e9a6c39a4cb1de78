"""Terms as they may stand in a file: cells without outer white space, alternatives without |."""

from __future__ import annotations

from hypothesis import strategies as st

from glossary.source.tokens import is_blank
from glossary.term import Case, Term, TermKind, TermStatus

_LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")


def _cells(extra: str = "") -> st.SearchStrategy[str]:
    parts = st.text(_LETTERS, max_size=8) | st.sampled_from(["=1+1", "'=x", "''@y", '"', ",", ";", "-", "\t", *extra])
    return st.lists(parts, max_size=3).map("".join).map(lambda cell: " ".join(cell.split("\t")).strip())


def terms(line_breaks: bool = False) -> st.SearchStrategy[Term]:
    """line_breaks: some notes hold some."""
    spellings = _cells().map(lambda cell: cell.replace("|", "")).map(str.strip).filter(lambda cell: not is_blank(cell))
    sources = spellings.filter(lambda cell: not cell.startswith("#") and cell.count("#") < 2)
    texts = _cells("\n\r" if line_breaks else "")
    return st.builds(
        Term,
        sources,
        st.lists(spellings, min_size=1, max_size=3).map(tuple),
        st.none() | st.sampled_from(TermKind),
        st.sampled_from(Case),
        st.lists(spellings, max_size=2).map(tuple),
        texts,
        st.just(""),
        st.lists(spellings, max_size=2).map(tuple),
        st.booleans(),
        st.booleans(),
        st.sampled_from(TermStatus),
        texts,
        texts,
        texts,
    )
