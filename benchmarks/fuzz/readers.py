"""Everything that reads what others made, each with whole files to begin with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

import glossary
from benchmarks.fuzz.mutation import packed
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
from translator.language import masking, names, numbers, sentences, units
from translator.models import archive, manifest

EXAMPLES = Path(__file__).parents[2] / "examples"
STAMP = Stamp("fuzz", "none", "0")
TEXT = (
    "Kapal perang Rusia (KRI-12) tiba pukul 10.30 WIB pada 9/3/2022, sejauh 3,5 mil laut di timur laut; 1.250 prajurit "
    "dari Brigif 9 membawa Rp 1,5 juta. Letjen Prasetyo: “Tidak!” Baca https://contoh.id/a_(b) atau {0} dan `kode`.\n"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KINDS = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
XLIFF = "urn:oasis:names:tc:xliff:document:2.0"


@dataclass(frozen=True, slots=True)
class FuzzedReader:
    """What is tried. read: gets a damaged file with this suffix; it may raise PadanError or GlossaryError only."""

    name: str
    suffix: str
    seeds: tuple[bytes, ...]
    read: Callable[[Path], object]


def readers() -> list[FuzzedReader]:
    """All readers."""
    found = [FuzzedReader("text of a sentence", ".txt", (TEXT.encode(),), _examine)]
    for suffix in {format_: suffix for suffix, format_ in formats.FORMATS.items()}.values():
        found.append(FuzzedReader(f"document {suffix}", suffix, _documents(suffix), _parse))
    for suffix, seeds in _bilingual_seeds().items():
        found.append(FuzzedReader(f"bilingual {suffix}", suffix, tuple(seeds), reading.read))
    for suffix in files.FORMATS:
        found.append(FuzzedReader(f"glossary {suffix}", suffix, _glossary_seeds(suffix), glossary.lint_file))
    found.append(FuzzedReader("padan.toml", ".toml", (CONFIG,), _configure))
    found.append(FuzzedReader("manifest of a model", ".json", (MANIFEST,), _read_manifest))
    found.append(FuzzedReader("archive of a model", ".zip", (packed({"a/hf/config.json": b"{}"}),), _unpack))
    found.append(FuzzedReader("ledger", ".sqlite", (_ledger_seed(),), _open_ledger))
    return found


CONFIG = b"""# defaults
[translate]
glossary = ["istilah.tsv", "military"]
beam = 4
bilingual = "tsv,html"
encoding = "utf-8"
keep-names = true
"""
MANIFEST = json.dumps(
    {"name": "a", "bleu": 1.5, "files": {"ct2/model.bin": {"size": 3, "sha256": "0" * 64}}}, indent=1
).encode()


def _documents(suffix: str) -> tuple[bytes, ...]:
    examples = [path.read_bytes() for path in sorted(EXAMPLES.glob(f"*{suffix}"))]
    return (*examples, *_DOCUMENTS.get(suffix, ()), *(() if suffix in _PACKED else (TEXT.encode(),)))


_PAGE = (
    b'<!doctype html><html lang="id"><head><title>Berita</title></head><body><h1>Kapal</h1><p>Kapal <b>itu <i>tiba</i>'
    b'</b> di <a href="x" title="kota">kota</a>.<br>Ya<img alt="kapal"></p><pre>a</pre><ul><li>Satu<li>Dua</ul></body>'
    b"</html>"
)
_CONTENT_TYPES = (
    f'<Types xmlns="{KINDS}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension='
    f'"rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/'
    f'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    f"</Types>"
).encode()
_RELATIONS = (
    f'<Relationships xmlns="{KINDS}/relationships"><Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/>'
    f"</Relationships>"
).encode()
_WORD_PARTS = {
    "[Content_Types].xml": _CONTENT_TYPES,
    "_rels/.rels": _RELATIONS,
    "word/document.xml": (
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t xml:space="preserve">Kapal </w:t></w:r><w:r><w:rPr><w:b/>'
        f"</w:rPr><w:t>itu</w:t><w:tab/></w:r><w:hyperlink><w:r><w:t>tiba.</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tr>"
        f"<w:tc><w:p><w:r><w:t>Satu</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr/></w:body></w:document>"
    ).encode(),
}
_DOCUMENTS = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), (_PAGE,)),
    **dict.fromkeys((".docx", ".docm"), (packed(_WORD_PARTS),)),
    ".md": (
        b'---\njudul: a\n---\n# Kapal *itu*\n\n> - Satu `a` [b](c "d")\n\n|a|b|\n|-|-|\n|c|d|\n\n'
        b"![e](f)[^1]\n\n[^1]: g\n",
    ),
}
_PACKED = frozenset({".docx", ".docm", ".pptx", ".xlsx", ".odt", ".epub"})


_OF_ANOTHER_PROGRAM = (
    f'<xliff xmlns="{XLIFF}" version="2.1" srcLang="id" trgLang="en"><file id="a"><unit id="b"><segment><source>Kapal '
    f'<pc id="1">itu</pc></source><target>The ship</target></segment></unit></file></xliff>'
).encode()


def _bilingual_seeds() -> dict[str, list[bytes]]:
    """By their suffix, files as we write them, and one of another program."""
    bitext = _bitext(Document("a", (formats.for_path(Path("a.txt")).parse(TEXT.encode(), "a").segments), None))
    seeds: dict[str, list[bytes]] = {".xliff": []}
    for format_ in bilingual.FORMATS.values():
        suffix = Path(f"a{format_.SUFFIX}").suffix
        seeds.setdefault(suffix, []).append(b"".join(format_.render(bitext, b"x")))
    del seeds[".html"]  # the page is not read
    seeds[".xliff"].append(_OF_ANOTHER_PROGRAM)
    return seeds


def _glossary_seeds(suffix: str) -> tuple[bytes, ...]:
    terms = glossary.load(EXAMPLES / "glossary.tsv").terms
    data, _ = glossary.render(terms, Path(f"a{suffix}"))
    return (data,)


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
    document = format_.parse(path.read_bytes(), path.name)
    bitext = _bitext(document)
    format_.render(bitext)
    for bilingual_format in bilingual.FORMATS.values():
        for _ in bilingual_format.render(bitext, b""):
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
