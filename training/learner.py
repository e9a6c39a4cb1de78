"""A model on its way: weights, their moving average, the optimiser, how far it has come; and how that is saved."""

import argparse
from pathlib import Path

import torch
from transformers import MarianMTModel

from training.corpus import Example, collate, epoch_batches
from training.model import Loss, silence_pad

AVERAGE = 0.999
"""Decay of the moving average of the weights, per step."""
DECAY_FROM = 0.75
"""Share of the budget after which the rate falls in a line to zero."""


def rate_factor(step: int, progress: float, warmup: int) -> float:
    """Share of the peak rate: warm-up, a slow fall to a half at DECAY_FROM, then a line to zero at `progress` 1."""
    slow = 1 - 0.5 * min(progress / DECAY_FROM, 1)
    last = min((1 - progress) / (1 - DECAY_FROM), 1)
    return max(0.0, min(1.0, (step + 1) / warmup) * slow * last)


def random_state() -> list[torch.Tensor]:
    """Where the random numbers of the processor and of the GPUs stand."""
    return [torch.get_rng_state(), *(torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [])]


class Learner:
    """Steps, validates, saves and resumes; `chosen` is train.py's command line."""

    def __init__(self, model: MarianMTModel, chosen: argparse.Namespace) -> None:
        self.chosen = chosen
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model = model.to(self.device).train()  # type: ignore[arg-type]  # typed wrongly
        self.loss = Loss(self.model)
        self.weights = [weight for weight in self.model.parameters() if weight.requires_grad]
        self.averages = [weight.detach().clone() for weight in self.weights]
        self.optimiser = torch.optim.AdamW(self.weights, lr=0.0, betas=(0.9, 0.98), eps=1e-9, fused=True)
        self.step = self.epoch = self.place = self.tokens = 0
        self.seconds = 0.0

    @property
    def progress(self) -> float:
        """Share of the budget that is spent."""
        steps = self.step / self.chosen.steps if self.chosen.steps else 0.0
        return max(steps, self.seconds / 60 / self.chosen.minutes if self.chosen.minutes else 0.0)

    def losses(self, examples: list[Example]) -> tuple[torch.Tensor, torch.Tensor]:
        """Cross-entropy and guidance on one batch."""
        batch = collate(examples, self.model.config.pad_token_id).to(self.device)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.chosen.bf16):
            likelihood, guidance = self.loss(batch)
        return likelihood, guidance

    def update(self, examples: list[Example]) -> dict[str, float]:
        """One step; the losses before it."""
        rate = self.chosen.rate * rate_factor(self.step, self.progress, self.chosen.warmup)
        for settings in self.optimiser.param_groups:
            settings["lr"] = rate
        likelihood, guidance = self.losses(examples)
        (likelihood + self.chosen.guidance * guidance).backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        silence_pad(self.model)
        self.step, self.place = self.step + 1, self.place + 1
        self.tokens += sum(len(example.target) for example in examples)
        with torch.no_grad():
            torch._foreach_lerp_(self.averages, self.weights, 1 - min(AVERAGE, self.step / (10 + self.step)))
        return {"loss": likelihood.item(), "guidance": guidance.item(), "rate": rate}

    @torch.no_grad()
    def exchange(self) -> None:
        """Put the moving average in the place of the weights, and back when called again."""
        for weight, average in zip(self.weights, self.averages, strict=True):
            kept = weight.clone()
            weight.copy_(average)
            average.copy_(kept)

    @torch.no_grad()
    def validate(self, examples: list[Example]) -> float:
        """Cross-entropy per subword (in nats) of the moving average."""
        self.exchange()
        self.loss.eval()
        groups = epoch_batches(examples, self.chosen.tokens, 0, 0)
        subwords = [sum(len(example.target) for example in group) for group in groups]
        total = sum(self.losses(group)[0].item() * size for group, size in zip(groups, subwords, strict=True))
        self.loss.train()
        self.exchange()
        return total / sum(subwords)

    def save(self, folder: Path) -> None:
        """Write `checkpoint.pt`, under a temporary name first; then the weights alone, in half precision."""
        state = {
            "weights": [weight.detach() for weight in self.weights],
            "averages": self.averages,
            "optimiser": self.optimiser.state_dict(),
            "random": random_state(),
            "counts": [self.step, self.epoch, self.place, self.tokens, self.seconds],
        }
        torch.save(state, folder / "checkpoint.part")
        (folder / "checkpoint.part").replace(folder / "checkpoint.pt")
        save_half(self.model, folder / "last")
        self.exchange()
        save_half(self.model, folder / "average")
        self.exchange()

    @torch.no_grad()
    def resume(self, checkpoint: Path) -> None:
        """Take up where `save` left off."""
        state = torch.load(checkpoint, map_location=self.device, weights_only=True)
        for own, kept in ((self.weights, state["weights"]), (self.averages, state["averages"])):
            for tensor, value in zip(own, kept, strict=True):
                tensor.copy_(value)
        self.optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"][0].cpu())
        for number, value in enumerate(state["random"][1:]):
            torch.cuda.set_rng_state(value.cpu(), number)
        self.step, self.epoch, self.place, self.tokens, self.seconds = state["counts"]


def save_half(model: MarianMTModel, folder: Path) -> None:
    """The weights, tied ones once, and the configuration in half precision; `model` itself stays as it is."""
    state = model.state_dict()
    once = {tensor.data_ptr(): name for name, tensor in reversed(state.items())}
    model.save_pretrained(folder, state_dict={name: state[name].half() for name in once.values()})
