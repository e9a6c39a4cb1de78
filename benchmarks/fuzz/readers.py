"""Everything that reads what others made, each with whole files to begin with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import click

import glossary
from benchmarks.fuzz import seeds
from glossary import files
from translator import bilingual, checks, formats
from translator.batch import ledger
from translator.batch.ledger import LedgerEntry, State
from translator.batch.report import Counts
from translator.bilingual import reading
from translator.bitext import Bitext, Origin, Pair, SegmentPair, Stamp
from translator.cli import config
from translator.cli.commands.translate import translate
from translator.document import Document, Span
from translator.formats import Reading
from translator.language import masking, names, numbers, sentences, units
from translator.models import archive, manifest

STAMP = Stamp("fuzz", "none", "0")
READING = Reading(hidden_text=True, columns=("1", "2"), fields=("*", "isi.*.a"), redo_fuzzy=True)


@dataclass(frozen=True, slots=True)
class FuzzedReader:
    """What is tried. read: gets a damaged file with this suffix; it may raise PadanError or GlossaryError only."""

    name: str
    suffix: str
    seeds: tuple[bytes, ...]
    read: Callable[[Path], object]


def readers() -> list[FuzzedReader]:
    """All readers."""
    found = [FuzzedReader("text of a sentence", ".txt", (seeds.TEXT.encode(),), _examine)]
    seen = set()
    for suffix, format_ in formats.FORMATS.items():
        if suffix == ".pdf" and find_spec("pypdfium2") is None:
            continue
        if format_ not in seen:  # .htm is no other kind than .html
            found.append(FuzzedReader(f"document {suffix}", suffix, seeds.documents(suffix), _parse))
            seen.add(format_)
    for suffix, written in _bilingual_seeds().items():
        found.append(FuzzedReader(f"bilingual {suffix}", suffix, tuple(written), reading.read))
    for suffix in files.FORMATS:
        found.append(FuzzedReader(f"glossary {suffix}", suffix, (seeds.term_list(suffix),), glossary.lint_file))
    found.append(FuzzedReader("padan.toml", ".toml", (seeds.CONFIG,), _configure))
    found.append(FuzzedReader("manifest of a model", ".json", (seeds.MANIFEST,), _read_manifest))
    found.append(FuzzedReader("archive of a model", ".zip", (seeds.ARCHIVE,), _unpack))
    found.append(FuzzedReader("ledger", ".sqlite", (_ledger_seed(),), _open_ledger))
    return found


def _bilingual_seeds() -> dict[str, list[bytes]]:
    """By their suffix, files as we write them, and one of another program."""
    bitext = _bitext(Document("a", (formats.for_path(Path("a.txt")).parse(seeds.TEXT.encode(), "a").segments), None))
    found: dict[str, list[bytes]] = {".xliff": [seeds.XLIFF]}
    for format_ in bilingual.FORMATS.values():
        suffix = Path(f"a{format_.SUFFIX}").suffix
        found.setdefault(suffix, []).append(b"".join(format_.render(bitext, "x")))
    del found[".html"]  # the page is not read
    return found


def _examine(path: Path) -> None:
    """What is looked for in a sentence and in its translation."""
    text = path.read_bytes().decode("utf-8", "replace")
    for span in sentences.split(text):
        sentence = span.of(text)
        for find in (names.find, numbers.find, units.find):
            find(sentence)
        masked, masks = masking.mask(sentence)
        restored = masking.restore(masked, (), (), masks, masked)
        checks.examine(Pair(sentence, restored.target, Origin.ENGINE, unforced=masked))


def _parse(path: Path) -> None:
    """Read a document, and write it with its text turned about."""
    format_ = formats.for_path(path)
    document = format_.parse(path.read_bytes(), path.name, READING)
    bitext = _bitext(document)
    format_.render(bitext)
    for bilingual_format in bilingual.FORMATS.values():
        for _ in bilingual_format.render(bitext, ""):
            pass


def _bitext(document: Document) -> Bitext:
    segments = []
    for segment in document.segments:
        target = " ".join(reversed(segment.text.split())) + " <&>"
        pair = Pair(segment.text, target, Origin.ENGINE)
        segments.append(SegmentPair(segment, (Span(0, len(segment.text)),), (pair,)))
    return Bitext(document, tuple(segments), STAMP)


def _configure(path: Path) -> None:
    files = [config.ConfigFile(path, own=True), config.ConfigFile(path)]
    config.defaults(translate, click.Context(translate), files)


def _read_manifest(path: Path) -> None:
    """Read a manifest as it stands and, where it is an object, with its own sum put right."""
    with TemporaryDirectory() as folder:
        file = Path(folder, manifest.NAME)
        data = path.read_bytes()
        try:
            document = json.loads(data)
            document[manifest.SUM] = manifest.sum_of(document)
            data = json.dumps(document).encode()
        except (ValueError, TypeError, RecursionError):
            pass
        file.write_bytes(data)
        manifest.read(Path(folder))


def _unpack(path: Path) -> None:
    with TemporaryDirectory() as folder:
        archive.unpack(path, Path(folder, "out"))


def _open_ledger(path: Path) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder, ledger.FOLDER, ledger.FILE)
        place.parent.mkdir()
        place.write_bytes(path.read_bytes())
        with ledger.read_only(Path(folder)) as found:
            list(found.entries.values())
        with ledger.opened(Path(folder)) as opened:
            opened.begin([("a", "b")])
            opened.finish(list(opened.entries.values()))


def _ledger_seed() -> bytes:
    state = State("aa", 12, 34, 56)
    outputs = (("a.txt", state), ("a.txt.id-en.tsv", state))
    entry = LedgerEntry("a.txt", Path("/a.txt"), state, "s", "g", "t", STAMP, Counts(1, 2, 3, 4, 5, 6), outputs)
    with TemporaryDirectory() as folder:
        Path(folder, ledger.FOLDER).mkdir()
        with ledger.opened(Path(folder)) as made:
            made.finish([entry])
        return ledger.path_in(Path(folder)).read_bytes()


def named(names_wanted: Iterable[str], every: Iterable[FuzzedReader]) -> list[FuzzedReader]:
    """The readers whose names hold one of these texts; all where there is none."""
    wanted = tuple(names_wanted) or ("",)
    return [reader for reader in every if any(text in reader.name for text in wanted)]
