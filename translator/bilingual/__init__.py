"""The aligned bilingual outputs: one module per format, listed here by hand.

They are also how Padan knows its own work. A translation that a bilingual file beside it vouches for may be written
again; any other file needs `--force`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from translator.bilingual.base import BilingualFormat, stand_in
from translator.bilingual.reading import read
from translator.bitext import Bitext
from translator.errors import SourceError, UsageError
from translator.lazy_modules import LazyModules

# The module of each format has the same name.
SUFFIXES = {
    "tsv": ".tsv",
    "jsonl": ".jsonl",
    "tmx": ".tmx",
    "xliff12": ".12.xlf",  # before xliff, whose suffix ends its own
    "xliff": ".xlf",
    "html": ".html",
    "docx": ".docx",
}
FORMATS: Mapping[str, BilingualFormat] = LazyModules("translator.bilingual", {name: name for name in SUFFIXES})
_EDITED_BY_OTHERS = ("tmx", "xliff12", "xliff", "docx")  # by programs that keep our checksum


def named(name: str) -> BilingualFormat:
    """The format called `name`. Raises UsageError where there is none."""
    check_name(name)
    return FORMATS[name]


def check_name(name: str) -> None:
    """Raises UsageError where no format is called `name`."""
    if name in FORMATS:
        return
    near = get_close_matches(name.lower(), FORMATS, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"choose among {', '.join(FORMATS)}"
    raise UsageError(f"unknown bilingual format {name!r}", hint)


def path_for(output: Path, name: str) -> Path:
    """Where the bilingual file called `name` of a translation stands: `berita.en.txt` -> `berita.en.txt.id-en.tsv`."""
    check_name(name)
    return output.with_name(f"{output.name}.id-en{SUFFIXES[name]}")


def files(path: Path, name: str, bitext: Bitext, checksum: str) -> Iterator[tuple[Path, Iterator[bytes]]]:
    """The files of the bilingual output called `name`: the one at `path`, and the further pages of a long document.

    checksum: the sha256 of the translated document.
    """
    if name == "html":
        from translator.bilingual import html

        return html.files(path, bitext, checksum)
    return iter([(path, named(name).render(bitext, checksum))])


def further_pages(path: Path, is_there: Callable[[Path], bool] = Path.is_file) -> Iterator[Path]:
    """Those of the further pages of a bilingual page at `path` that are there, up to the first that is not."""
    if not path.name.endswith(f".id-en{SUFFIXES['html']}"):
        return iter(())
    from translator.bilingual import html

    return html.further_pages(path, is_there)


def stale_pages(written: Collection[Path]) -> Iterator[Path]:
    """The further pages of ours that an earlier, longer document left beside these files."""
    for path in written:
        for page in further_pages(path):
            if page not in written and wrote(page):
                yield page


def is_ours(output: Path) -> bool:
    """Does a bilingual file beside the translation `output` prove that we wrote it, and that nobody has edited it?"""
    try:
        translated = output.read_bytes()
        for name in FORMATS:
            path = path_for(output, name)
            if path.is_file() and FORMATS[name].vouches(path, translated):
                return True
    except OSError:
        return False  # nothing can vouch for what cannot be read
    return False


def wrote(path: Path) -> bool:
    """Did Padan write the bilingual file at `path`, and has nobody edited it since?

    An edit is noticed where the translation beside the file is plain text: the two then disagree. So a reviewer who
    corrects the table before the translation loses nothing.
    """
    try:
        for name, suffix in SUFFIXES.items():
            if path.name.endswith(suffix):
                if not FORMATS[name].wrote(path):
                    return False
                return _agrees(path, name)
    except OSError:
        return False
    return False


def _agrees(path: Path, name: str) -> bool:
    """Does the file of the format `name` hold the translation beside it, as far as that can be told?"""
    output = path.with_name(path.name.removesuffix(f".id-en{SUFFIXES[name]}"))
    is_plain = output.suffix.lower() == ".txt"  # other documents have markup inside sentences
    if not is_plain or not output.is_file():
        return True
    translated = output.read_bytes()
    if FORMATS[name].vouches(path, translated) and _says(path, name, translated):
        return True
    return not is_ours(output)


def _says(path: Path, name: str, translated: bytes) -> bool:
    """Does a file that vouches by a checksum also say what the translation says? Not where a reviewer edited it."""
    if name not in _EDITED_BY_OTHERS:
        return True
    try:
        return stand_in(read(path), translated, is_xml=True)
    except SourceError:
        return False
