"""The programs that translate the documents: Padan, and what others have made. Each writes every word in capitals.

Where a program asks a translator, it gets capitals from it; where it exchanges a file of segments with translators, the
file is filled with capitals. What it makes of the document besides is its own.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from translator.bitext import Bitext, Link, Origin, Pair, SegmentPair, Stamp
from translator.document import Span
from translator.formats import for_path

PATIENCE = 300  # seconds after which a program that hangs is ended


@dataclass(frozen=True, slots=True)
class Program:
    """translate: writes the translation of a document, each word in capitals or, if it is told to, the same.

    It returns the translation's path, None where the program does not read such a document.
    """

    name: str
    translate: Callable[[Path, bool], Path | None]


def programs(argos: str | None, toolkit: str | None) -> list[Program]:
    """Padan, and the others that are installed. argos: a Python with argos-translate-files. toolkit: a folder."""
    found = [Program("Padan", translated_by_padan)]
    if shutil.which("omegat"):
        found.append(Program("OmegaT", _omegat))
    if argos:
        found.append(Program("argos-translate-files", lambda path, same: _argos(argos, path, same)))
    if toolkit:
        found.append(Program("translate-toolkit", lambda path, same: _toolkit(Path(toolkit), path, same)))
    if shutil.which("po4a-translate"):
        found.append(Program("po4a", _po4a))
    return found


def _run(*command: str | Path, folder: Path) -> None:
    words = [str(word) for word in command]
    subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=PATIENCE)


def translated_by_padan(path: Path, same: bool) -> Path:
    format_ = for_path(path)
    document = format_.parse(path.read_bytes(), path.name)
    segments = []
    for segment in document.segments:
        links = tuple(Link(word, word) for word in range(len(segment.text.split())))
        target = segment.text if same else segment.text.upper()
        pair = Pair(segment.text, target, Origin.ENGINE, links=links)
        segments.append(SegmentPair(segment, (Span(0, len(segment.text)),), (pair,)))
    output = path.with_name(f"padan{path.suffix}")
    output.write_bytes(format_.render(Bitext(document, tuple(segments), Stamp("none", "none", ""))))
    return output


_PROJECT = """<?xml version="1.0"?><omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>id</source_lang><target_lang>en</target_lang>
<sentence_seg>false</sentence_seg></project></omegat>"""
_TARGET = re.compile(r'(<tuv [^>]*lang="en"[^>]*>\s*<seg>)(.*?)(</seg>)', re.DOTALL)


def _omegat(path: Path, same: bool) -> Path:
    """OmegaT lists the segments in a translation memory, which is filled and given back to it."""
    folder = omegat_project(path)
    memory = omegat_segments(folder)
    if not same:
        memory = _TARGET.sub(lambda found: f"{found[1]}{_raised(found[2])}{found[3]}", memory)
    (folder / "omegat/project_save.tmx").write_text(memory, encoding="utf-8")
    _run("omegat", folder, "--mode=console-translate", "--quiet", folder=folder)
    return folder / "target" / path.name


def omegat_project(path: Path) -> Path:
    """The folder of a project of OmegaT with one document."""
    folder = path.parent / "omegat"
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    shutil.copy(path, folder / "source")
    (folder / "omegat.project").write_text(_PROJECT)
    return folder


def omegat_segments(folder: Path) -> str:
    """The segments that OmegaT finds, as a translation memory in which each is its own translation."""
    memory = folder / "all.tmx"
    mode = "--mode=console-createpseudotranslatetmx"
    _run(
        "omegat",
        folder,
        mode,
        f"--pseudotranslatetmx={memory}",
        "--pseudotranslatetype=equal",
        "--quiet",
        folder=folder,
    )
    return memory.read_text(encoding="utf-8")


def _raised(segment: str) -> str:
    """A segment in capitals, but for the tags in it."""
    parts = re.split(r"(<[^<>]*>)", html.unescape(segment))
    for at in range(0, len(parts), 2):
        parts[at] = parts[at].upper()
    return html.escape("".join(parts), quote=False)


_ARGOS = """
import sys
from types import SimpleNamespace
from argostranslate.translate import ITranslation
from argostranslatefiles import argostranslatefiles
class Capitals(ITranslation):
    from_lang, to_lang = SimpleNamespace(code="id"), SimpleNamespace(code="en")
    def translate(self, text):
        return text if sys.argv[2] == "same" else text.upper()
    def hypotheses(self, text, count=1):
        return [SimpleNamespace(value=self.translate(text), score=0.0)]
print(argostranslatefiles.translate_file(Capitals(), sys.argv[1]))
"""


def _argos(python: str, path: Path, same: bool) -> Path | None:
    _run(python, "-c", _ARGOS, path, "same" if same else "capitals", folder=path.parent)
    output = path.with_name(f"{path.stem}_en{path.suffix}")
    return output if output.exists() else None


def _toolkit(binaries: Path, path: Path, same: bool) -> Path | None:
    if path.suffix != ".html":
        return None
    catalogue, output = path.with_suffix(".po"), path.with_name("toolkit.html")
    _run(binaries / "html2po", path, catalogue, folder=path.parent)
    catalogue.write_text(_filled(catalogue.read_text(), same))
    _run(binaries / "po2html", "-t", path, catalogue, output, folder=path.parent)
    return output


def _po4a(path: Path, same: bool) -> Path | None:
    if path.suffix != ".html":
        return None
    catalogue, output = path.with_suffix(".po4a.po"), path.with_name("po4a.html")
    _run("po4a-updatepo", "-f", "xhtml", "-M", "UTF-8", "-m", path, "-p", catalogue, folder=path.parent)
    catalogue.write_text(_filled(catalogue.read_text(), same))
    keep = ("-k", "0", "-M", "UTF-8", "-L", "UTF-8")
    _run("po4a-translate", "-f", "xhtml", *keep, "-m", path, "-p", catalogue, "-l", output, folder=path.parent)
    return output


def _filled(catalogue: str, same: bool) -> str:
    """A catalogue in which every message has its translation."""
    entries = []
    for entry in catalogue.split("\n\n"):
        start, end = entry.find("\nmsgid ") + 1, entry.find("\nmsgstr ")
        message = entry[start:end].removeprefix("msgid ")
        if end < 0 or message.replace('"', "").strip() == "":  # the header
            entries.append(entry.replace("CHARSET", "UTF-8").replace("#, fuzzy\n", ""))
            continue
        lines = [line if same else _raised_message(line) for line in message.split("\n")]
        entries.append(f"{entry[:end]}\nmsgstr " + "\n".join(lines))
    return "\n\n".join(entries) + "\n"


def _raised_message(line: str) -> str:
    """A line of a message in capitals, but for its escapes, tags and references."""
    parts = re.split(r"(\\.|<(?:[^<>\\]|\\.)*>|&#?\w+;)", line)
    for at in range(0, len(parts), 2):
        parts[at] = parts[at].upper()
    return "".join(parts)
