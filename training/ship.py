"""Put an export into the package, and describe the package's model anew in its manifest.

The model card beside it is the one source of the figures: the manifest, and so the notice of `padan translate`, takes
its BLEU from the card. Run it again after the card has been changed.
"""

import argparse
import re
import shutil
from pathlib import Path

from translator import models
from translator.models import manifest
from translator.models.manifest import Manifest
from translator.models.store import STARTER

FORMS = ("hf", "ct2")
BLEU = re.compile(r"^\| this model through padan[^|]*\| ([\d.]+) \|", re.MULTILINE)


def card_bleu(card: Path) -> float:
    """The BLEU that the model card states for this model. Raises ValueError where it states none."""
    found = BLEU.search(card.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{card}: no row `| this model through padan ... | BLEU |` was found")
    return float(found[1])


def ship(starter: Path, export: Path | None) -> None:
    """Replace the forms of the model in `starter` by those of `export`, if given, and write the manifest."""
    if export is not None:
        for form in FORMS:
            shutil.rmtree(starter / form, ignore_errors=True)
            shutil.copytree(export / form, starter / form)
    about = Manifest(
        name=STARTER,
        bleu=card_bleu(starter / "README.md"),
        test="FLORES dev",
        licence="research and trial use: see README.md",
    )
    manifest.write(starter, about)


def main() -> None:
    parser = argparse.ArgumentParser(description="Put an export into the package and write its manifest.")
    parser.add_argument("export", type=Path, nargs="?", help="folder that export.py wrote; none: only the manifest")
    parser.add_argument("--starter", type=Path, default=models.FOLDER, help="the package's folder of the model")
    chosen = parser.parse_args()
    ship(chosen.starter, chosen.export)


if __name__ == "__main__":
    main()
