"""What Padan and other open programs make of the same documents, as a table.

    python -m benchmarks.peers [--argos PYTHON] [--toolkit FOLDER]

OmegaT and po4a are used if they are installed. --argos: a Python that has argos-translate-files. --toolkit: the folder
with html2po of translate-toolkit. Every program gets the same translator, which writes capitals.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.office import presentation, word_file, workbook
from benchmarks.peers.pages import page, page_without_end_tags
from benchmarks.peers.places import BOLD, PeerDocument
from benchmarks.peers.programs import Program, programs

DOCUMENTS = word_file(), presentation(), workbook(), page(), page_without_end_tags()
_TAG = re.compile(r"<[^<>]*>")
_BOLD = re.compile(r"(?:<w:b/>|<b/>| b=\"1\"/?>|<b>)(.*?)</(?:w:r|r|a:r|b)>", re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--argos", metavar="PYTHON")
    parser.add_argument("--toolkit", metavar="FOLDER")
    args = parser.parse_args()
    peers = programs(args.argos, args.toolkit)
    names = [peer.name for peer in peers]
    print(f"| what | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for document in DOCUMENTS:
        columns = [judged(peer, document) for peer in peers]
        for row, label in enumerate(("places translated", "kept as it was", "bold", "same bytes, untranslated")):
            cells = [column[row] for column in columns]
            print(f"| {document.name}: {label} | {' | '.join(cells)} |")
        for peer, column in zip(peers, columns, strict=True):
            if column[-1]:
                print(f"    {document.name}, {peer.name}: {column[-1]}")


def judged(peer: Program, document: PeerDocument) -> tuple[str, ...]:
    """The cells of a program's column, and what it missed."""
    changed, same = _made(peer, document, same=False), _made(peer, document, same=True)
    if changed is None or same is None:
        return "not read", "", "", "", ""
    text = _text(changed)
    words = set(re.findall(r"\w+", text))
    missed = [word for word in document.places if word.upper() not in words or word in words]
    lost = [word for word in document.kept if word not in words]
    done = len(document.places) - len(missed)
    bold = "yes" if BOLD.upper() in _bold(text) else "no"
    told = "; ".join(filter(None, [_told("left", missed), _told("changed", lost)]))
    kept = len(document.kept) - len(lost)
    return (
        f"{done} of {len(document.places)}",
        f"{kept} of {len(document.kept)}",
        bold,
        "yes" if same == document.data else _members_kept(same, document.data),
        told,
    )


def _told(what: str, words: Sequence[str]) -> str:
    return f"{what}: {', '.join(words)}" if words else ""


def _made(peer: Program, document: PeerDocument, same: bool) -> bytes | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"source{document.suffix}"
        path.write_bytes(document.data)
        try:
            output = peer.translate(path, same)
        except subprocess.CalledProcessError as error:
            print(f"    {peer.name} fails on {document.name}: {error.stderr.decode()[-300:]}")
            return None
        return output.read_bytes() if output else None


def _members(data: bytes) -> dict[str, bytes]:
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _text(data: bytes) -> str:
    return "\n".join(content.decode("utf-8", "replace") for content in _members(data).values())


def _bold(text: str) -> set[str]:
    """The words in bold, each stretch of them as one; its runs may be cut."""
    stretches = _BOLD.findall(text)
    return {_TAG.sub("", stretch).strip() for stretch in stretches} | {"".join(_TAG.sub("", one) for one in stretches)}


def _members_kept(new: bytes, old: bytes) -> str:
    before, after = _members(old), _members(new)
    if len(before) == 1:
        return "no"
    kept = sum(after.get(name) == content for name, content in before.items())
    return f"{kept} of {len(before)} parts"


if __name__ == "__main__":
    main()
