from argparse import Namespace
from pathlib import Path

import pytest
import torch

from training.learner import Learner, rate_factor
from training.model import load_model
from training.train import Stop, arguments, train


class StopAfter(Stop):
    """Asks for the end when looked at for the given time."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    @property
    def asked(self) -> bool:
        self.looks -= 1
        return self.looks < 0


def command(data: Path, output: Path, *more: str) -> Namespace:
    tiny = ["--steps", "6", "--width", "64", "--layers", "1", "1", "--tokens", "300", "--threads", "1", "--warmup", "2"]
    return arguments().parse_args([str(data), str(output), *tiny, "--validate", "3", "--report", "3", *more])


def state(learner: Learner) -> list[torch.Tensor]:
    moments = [value for kept in learner.optimiser.state.values() for value in kept.values()]
    return [*learner.weights, *learner.averages, *moments]


def test_the_rate_warms_up_falls_slowly_then_in_a_line_to_zero() -> None:
    factors = [rate_factor(step, step / 80, warmup=4) for step in (0, 3, 60, 70, 80)]
    assert factors == pytest.approx([0.25, 0.975, 0.5, 0.25, 0])


def test_a_killed_run_resumes_to_the_same_state(data: Path, tmp_path: Path) -> None:
    whole = train(command(data, tmp_path / "whole"), Stop())
    train(command(data, tmp_path / "halves"), StopAfter(4))
    resumed = train(command(data, tmp_path / "halves"), Stop())
    assert (whole.step, whole.epoch, whole.place, whole.tokens) == (
        resumed.step,
        resumed.epoch,
        resumed.place,
        resumed.tokens,
    )
    assert whole.step == 6
    assert all(torch.equal(one, other) for one, other in zip(state(whole), state(resumed), strict=True))


def test_it_learns_and_pad_stays_silent(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    learner = train(command(data, tmp_path, "--steps", "60", "--rate", "5e-3", "--report", "1000"), Stop())
    valid = [float(line.split('"valid": ')[1].rstrip("}")) for line in capsys.readouterr().out.splitlines()]
    assert valid[-1] < 0.6 * valid[0]
    assert not learner.model.model.shared.weight[-1].any()


def test_a_warm_start_begins_with_the_weights_of_the_other(data: Path, tmp_path: Path) -> None:
    learner = train(command(data, tmp_path / "cold"), Stop())
    warm = load_model(tmp_path / "cold" / "last").state_dict()
    learned = {name: weight for name, weight in learner.model.state_dict().items() if "embed_positions" not in name}
    assert all(torch.equal(weight.half().float(), warm[name]) for name, weight in learned.items())
    assert train(command(data, tmp_path / "on", "--warm", str(tmp_path / "cold" / "last")), Stop()).step == 6
