"""A toy corpus: sentences written for these tests, in no corpus, and what prepare.py and align.py make of them."""

import lzma
from itertools import product
from pathlib import Path

SUBJECTS = {"Kapten": "The captain", "Dokter": "The doctor", "Guru": "The teacher", "Petani": "The farmer"}
VERBS = {"melihat": "sees", "membeli": "buys", "menjual": "sells", "mencari": "seeks"}
OBJECTS = {"3 perahu": "3 boats", "12 ekor ayam": "12 chickens", "peta tua": "an old map", "kapal baru": "a new ship"}
TAGS = ("news", "bible")


def toy_pairs() -> list[tuple[str, str, str]]:
    """64 sentences, their translations, and two tags in turn."""
    rows = product(SUBJECTS.items(), VERBS.items(), OBJECTS.items())
    return [
        (" ".join(part[0] for part in row) + ".", " ".join(part[1] for part in row) + ".", TAGS[place % 2])
        for place, row in enumerate(rows)
    ]


def write_corpus(folder: Path) -> Path:
    """The corpus as prepare.py reads it."""
    folder.mkdir()
    pairs = toy_pairs()
    text = "".join(f"{source}\t{target}\t{tag}\n" for source, target, tag in pairs)
    (folder / "train.tsv.xz").write_bytes(lzma.compress(text.encode()))
    for place, side in enumerate(("id", "en")):
        (folder / f"valid.{side}").write_text("".join(f"{pair[place]}\n" for pair in pairs[:8]), encoding="utf-8")
    return folder


def write_diagonal_links(data: Path) -> None:
    """Links as align.py writes them: each subword with the subword at its own place."""
    lines = zip(
        *((data / f"train.{side}").read_text(encoding="utf-8").splitlines() for side in ("id", "en")), strict=True
    )
    links = (range(min(len(source.split()), len(target.split()))) for source, target in lines)
    (data / "train.align").write_text("".join(" ".join(f"{n}-{n}" for n in line) + "\n" for line in links))
