"""Every choice that a user can make, in one frozen value."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

import glossary
from glossary import Abbreviations, EnglishSpelling

SIGNATURE_LENGTH = 16  # hexadecimal digits: 64 bits, enough to tell the runs of one archive apart


@dataclass(frozen=True, slots=True)
class Selection:
    """Which parts of a document are text: columns of a table, or fields of data.

    pattern: of the shell, for the names of the documents that are meant.
    """

    pattern: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run; the command line and padan.toml fill it, `build` reads it.

    glossaries: files, or names of built-in lists; the later wins. default_glossary: obey the built-in terms, too.
    model: a name, a folder, or None for the best on this machine. engine: "ct2" or "marian". beam: its width.
    device: "auto", "cpu" or "cuda". threads: of the engine; 0 leaves the number to it. encoding: of the sources, None
    to recognise it. wrapped: in plain text, join hard-wrapped lines up to a blank one. bilingual: names of formats.
    keep_names: words that look like names stand in the translation as they are. hidden_text: translate also what an
    office program hides. abbreviations: what becomes of the Indonesian ones of the built-in lists. spelling: of the
    English of those lists; None: as they have it. columns, fields: what of tables and of data is text; the first that
    fits a document counts. redo_fuzzy: in message catalogues, translate anew what is marked as fuzzy. memory: the
    file of the translation memory; None: for a folder one in the output, else none. use_memory: False for none at all.
    """

    glossaries: tuple[Path, ...] = ()
    default_glossary: bool = True
    bilingual: tuple[str, ...] = ("tsv", "html")
    model: str | None = None
    engine: str = "ct2"
    beam: int = 4
    device: str = "auto"
    threads: int = 0
    encoding: str | None = None
    wrapped: bool = False
    keep_names: bool = True
    hidden_text: bool = False
    abbreviations: Abbreviations = Abbreviations.ENGLISH
    spelling: EnglishSpelling | None = None
    columns: tuple[Selection, ...] = ()
    fields: tuple[Selection, ...] = ()
    redo_fuzzy: bool = False
    memory: Path | None = None
    use_memory: bool = True

    @property
    def default_lists(self) -> tuple[Path, ...]:
        """The built-in lists that are in force beside the user's, and give way to them."""
        if self.default_glossary:
            return glossary.default_lists()
        return ()

    def signature(self, *parts: str) -> str:
        """A digest of what decides a translation, as 16 hexadecimal digits.

        parts: what decides it beside these settings: the model's content, the rules, the terms.
        """
        digest = hashlib.sha256()
        choices = self.beam, self.wrapped, self.keep_names, self.hidden_text, self.abbreviations, self.spelling
        chosen = str(self.columns), str(self.fields), str(self.redo_fuzzy)
        for part in (*parts, *map(str, choices), *chosen):
            data = part.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8) + data)
        return digest.hexdigest()[:SIGNATURE_LENGTH]


def selected(selections: Iterable[Selection], name: str) -> tuple[str, ...]:
    """The parts of the document called `name` that are text; none where no selection means it."""
    for selection in selections:
        if fnmatchcase(name, selection.pattern) or fnmatchcase(PurePosixPath(name).name, selection.pattern):
            return selection.parts
    return ()
