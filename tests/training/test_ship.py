import shutil
from pathlib import Path

import pytest

from training.ship import ship
from translator import models
from translator.models import manifest


def test_an_export_takes_the_place_of_the_model_and_the_card_states_its_bleu(tmp_path: Path) -> None:
    starter, export = tmp_path / "starter", tmp_path / "export"
    shutil.copytree(models.FOLDER, starter)
    for form in ("hf", "ct2"):
        (export / form).mkdir(parents=True)
        (export / form / "weights").write_bytes(b"new")
    (starter / "README.md").write_text("| | BLEU |\n|---|---|\n| this model through padan, int8 | 21.5 | 46.0 |\n")
    ship(starter, export)
    assert sorted(path.relative_to(starter).as_posix() for path in starter.rglob("*") if path.is_file()) == [
        "README.md",
        "ct2/weights",
        "hf/weights",
        "manifest.json",
    ]
    assert manifest.verify(starter, "").bleu == 21.5


def test_the_shipped_manifest_is_what_ship_writes(tmp_path: Path) -> None:
    shutil.copytree(models.FOLDER, tmp_path / "starter")
    ship(tmp_path / "starter", None)
    assert (tmp_path / "starter" / manifest.NAME).read_bytes() == (models.FOLDER / manifest.NAME).read_bytes()


def test_a_card_without_a_figure_is_refused(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# starter\n")
    with pytest.raises(ValueError, match="no row"):
        ship(tmp_path, None)
