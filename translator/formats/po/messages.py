"""The messages of a catalogue, with the place of each of their strings in the file.

Source of the format: GNU gettext manual, section 3, "The Format of PO Files".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from translator.document import Span
from translator.errors import SourceError
from translator.formats.po.strings import said

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\r\n]* )
    | (?P<keyword> msgctxt|msgid_plural|msgid|msgstr|domain )(?![a-z_])(?: [ \t]*\[[ \t]*(?P<number>\d{1,3})[ \t]*\] )?
    | (?P<strings> "(?:[^"\\\r\n]|\\.)*"(?:\s*"(?:[^"\\\r\n]|\\.)*")* )
    | (?P<blank> \s+ )
    """,
    re.VERBOSE,
)
_ORDER = {"msgctxt": 0, "msgid": 1, "msgid_plural": 2, "msgstr": 3}
_FLAG = re.compile(r"[^\s,]+")
FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class PoForm:
    """A translation of a message, for one of its plural forms. number: of the form; None where it has no plural.

    span: its strings in the file, quotes included.
    """

    number: int | None
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class PoMessage:
    """A message. line: of its `msgid`. comments: the places of the comments above it."""

    line: int
    context: str | None
    source: str
    plural: str | None
    forms: tuple[PoForm, ...]
    comments: tuple[Span, ...]
    flags: frozenset[str]

    @property
    def is_header(self) -> bool:
        return self.source == "" and self.context is None

    @property
    def is_filled(self) -> bool:
        """Has it a translation, be it of one plural form only?"""
        return any(form.value for form in self.forms)


@dataclass(slots=True)
class _MessageDraft:
    """A message that is being read. last: the keyword that was read last. texts: by their keywords."""

    comments: list[Span] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    last: str = ""
    line: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    forms: list[PoForm] = field(default_factory=list)


def messages(text: str, name: str) -> Iterator[PoMessage]:
    """The messages of a catalogue without the obsolete ones. Raises SourceError where it is none."""
    draft = _MessageDraft()
    for found, line in _tokens(text, name):
        if found["comment"]:
            if draft.last:
                yield _finished(draft, name)
                draft = _MessageDraft()
            _add_comment(draft, found)
        elif found["keyword"]:
            keyword = found["keyword"]
            if draft.last == "msgstr" and keyword != "msgstr":
                yield _finished(draft, name)
                draft = _MessageDraft()
            _begin(draft, keyword, line, name)
            number = int(found["number"]) if found["number"] else None
        elif draft.last == "msgstr":
            draft.forms.append(PoForm(number, Span(*found.span()), said(found[0])))
        else:
            draft.texts[draft.last] = said(found[0])
    if draft.last:
        yield _finished(draft, name)


def _tokens(text: str, name: str) -> Iterator[tuple[re.Match[str], int]]:
    """Comments, keywords and strings, each with its line. A keyword and its strings come in pairs.

    Raises SourceError where something else stands.
    """
    done = 0
    line = 1
    after_keyword = False
    while done < len(text):
        found = _TOKEN.match(text, done)
        wanted = "a string" if after_keyword else "a comment, or a keyword such as msgid"
        is_string = found is not None and found["strings"] is not None
        is_blank = found is not None and found["blank"] is not None
        if found is None or (not is_blank and is_string is not after_keyword):
            seen = text[done : done + 20].splitlines()[0]
            raise SourceError(f"{name}, line {line}: {seen!r}; {wanted} was wanted", "repair the file")
        if not is_blank:
            yield found, line
            after_keyword = found["keyword"] is not None
        line += len(re.findall(r"\r\n|\r|\n", found[0]))
        done = found.end()
    if after_keyword:
        raise SourceError(f"{name}, line {line}: the file ends; a string was wanted", "repair the file")


def _add_comment(draft: _MessageDraft, found: re.Match[str]) -> None:
    comment = found[0]
    if comment.startswith("#~"):
        draft.comments.clear()  # an obsolete message, to which what stands above belongs
        draft.flags.clear()
        return
    draft.comments.append(Span(*found.span()))
    if comment.startswith("#,"):
        draft.flags.update(_FLAG.findall(comment[2:]))


def _begin(draft: _MessageDraft, keyword: str, line: int, name: str) -> None:
    """Begin to read what stands behind a keyword. Raises SourceError where it may not stand here."""
    if keyword == "domain":
        draft.last = ""
        return
    is_next = not draft.last or _ORDER[keyword] > _ORDER[draft.last] or keyword == draft.last == "msgstr"
    if not is_next:
        raise SourceError(f"{name}, line {line}: {keyword} behind {draft.last}", "repair the file")
    if not draft.last or keyword == "msgid":
        draft.line = line
    draft.last = keyword


def _finished(draft: _MessageDraft, name: str) -> PoMessage:
    """The message that was read. Raises SourceError where a part of it is missing."""
    place = f"{name}, line {draft.line}"
    for part, is_there in (("msgid", "msgid" in draft.texts), ("msgstr", draft.forms)):
        if not is_there:
            raise SourceError(f"{place}: the message has no {part}", "repair the file")
    plural = draft.texts.get("msgid_plural")
    numbers = [form.number for form in draft.forms]
    wanted = [None] if plural is None else list(range(len(numbers)))
    if numbers != wanted:
        forms = "msgstr[0], msgstr[1], ..." if plural is not None else "one msgstr"
        seen = f"{place}: the message has other forms than it needs: {forms}"
        raise SourceError(seen, "repair the file")
    flags = frozenset(draft.flags)
    context = draft.texts.get("msgctxt")
    return PoMessage(
        draft.line, context, draft.texts["msgid"], plural, tuple(draft.forms), tuple(draft.comments), flags
    )
