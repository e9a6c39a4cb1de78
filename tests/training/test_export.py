import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from tests.training.test_train import command
from training.export import average, proof, write_public
from training.model import new_model
from training.train import Stop, train

pytestmark = pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses")


def test_an_export_is_public_and_both_engines_agree(data: Path, tmp_path: Path) -> None:
    train(command(data, tmp_path / "run", "--steps", "30", "--rate", "5e-3"), Stop())
    write_public(average([tmp_path / "run" / "last", tmp_path / "run" / "average"]), data, tmp_path / "hf")
    proof(tmp_path / "hf")
    assert {path.name for path in (tmp_path / "hf").iterdir()} == {
        "config.json",
        "generation_config.json",
        "model.safetensors",
        "source.spm",
        "target.spm",
        "tokenizer_config.json",
        "vocab.json",
    }
    assert json.loads((tmp_path / "hf" / "config.json").read_text())["dtype"] == "float16"
    assert {weight.dtype for weight in load_file(tmp_path / "hf" / "model.safetensors").values()} == {torch.float16}


def test_a_pad_that_speaks_is_refused(data: Path, tmp_path: Path) -> None:
    model = new_model(data / "vocab.json", 64, 1, 1, 0.1)
    with torch.no_grad():
        model.model.shared.weight[-1] = 1
    write_public(model, data, tmp_path)
    with pytest.raises(ValueError, match="the row of <pad> is not zero"):
        proof(tmp_path)
