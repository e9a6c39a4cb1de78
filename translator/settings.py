"""Every choice that a user can make, in one frozen value."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import glossary


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run; the command line and padan.toml fill it, `build` reads it.

    glossaries: files, or names of lists on board; the later wins. default_glossary: obey Padan's own terms, too.
    model: a name, a folder, or None for the best on this machine. engine: "ct2" or "marian". beam: its width.
    device: "auto", "cpu" or "cuda". threads: of the engine; 0 leaves the number to it. encoding: of the sources, None
    to recognise it. wrapped: in plain text, join hard-wrapped lines up to a blank one. bilingual: names of formats.
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
    memory: Path | None = None

    @property
    def default_lists(self) -> tuple[Path, ...]:
        """The lists on board that are in force beside the user's, and give way to them."""
        return glossary.default_lists() if self.default_glossary else ()

    def signature(self, engine: str, *versions: str) -> str:
        """What decides a translation, as 16 hexadecimal digits: contents, never paths.

        engine: the signature of the loaded engine. versions: of rooms whose rules shape the output.
        """
        digest = hashlib.sha256()
        parts = [engine, *versions, str(self.beam), str(self.wrapped), str(self.keep_names), str(len(self.glossaries))]
        lists = (*map(glossary.locate, self.glossaries), *self.default_lists)
        for part in [part.encode() for part in parts] + [path.read_bytes() for path in lists]:
            digest.update(len(part).to_bytes(8) + part)
        return digest.hexdigest()[:16]
