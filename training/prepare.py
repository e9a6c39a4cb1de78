"""Clean the parallel corpora, weight their sources, and cut them into SentencePiece subwords.

Reads the corpora of a folder (Indonesian, English, source tag) and `valid.{id,en}`. Writes into the output folder, line
for line: `train.{id,en}` and `valid.{id,en}` (subwords, one space between), `train.weight` (how often a pair is drawn
per epoch, by `draws.toml`), `held-out.{id,en}` (plain text), and the vocabulary in the public MarianMT format:
`source.spm`, `target.spm` (of it the subwords that the English has), `vocab.json`.
"""

import argparse
import contextlib
import json
import shutil
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from sentencepiece import SentencePieceProcessor, SentencePieceTrainer

from training.draws import DRAWS, Draws, hold_out
from training.normaliser import replace_normaliser, write_rules
from training.pairs import SourcePair, read_pairs
from training.target_side import target_side
from training.variants import Variants, draw_subwords

CORPORA = ("train", "extra", "written", "composed", "dictionary")
"""The files of pairs in a corpus folder, `NAME.tsv.xz` or `NAME.tsv`; those that are there are read."""
LONGEST_WORDS = 100
LARGEST_RATIO = 2.5
FREE_DIFFERENCE = 4
"""Words by which short sentences may differ before their ratio is looked at."""


def is_clean(pair: SourcePair) -> bool:
    """Both sides there, different, neither too long, and of comparable length."""
    lengths = sorted((len(pair.source.split()), len(pair.target.split())))
    comparable = lengths[1] - lengths[0] <= FREE_DIFFERENCE or lengths[1] <= LARGEST_RATIO * lengths[0]
    return lengths[0] > 0 and lengths[1] <= LONGEST_WORDS and comparable and pair.source != pair.target


def clean(pairs: Iterable[SourcePair]) -> list[SourcePair]:
    """The clean pairs, the first of each kind kept, in their order."""
    return list({(pair.source, pair.target): pair for pair in reversed(list(pairs)) if is_clean(pair)}.values())[::-1]


def train_vocabulary(pairs: list[SourcePair], size: int, folder: Path) -> None:
    """A joint vocabulary of `size` with split digits; ids in Marian's order: `</s>`, `<unk>`, subwords, `<pad>`."""
    rules = write_rules(folder / "normaliser.tsv")
    with contextlib.chdir(folder):  # the paths end up in the file
        SentencePieceTrainer.train(
            sentence_iterator=iter([text for pair in pairs for text in (pair.source, pair.target)]),
            model_prefix="joint",
            vocab_size=size - 1,
            normalization_rule_tsv=rules.name,
            split_digits=True,
            character_coverage=0.9999,
            bos_id=-1,
            eos_id=0,
            unk_id=1,
            minloglevel=2,
        )
    (folder / "joint.model").replace(folder / "source.spm")
    (folder / "joint.vocab").unlink()
    processor = SentencePieceProcessor(model_file=str(folder / "source.spm"))
    names = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    vocabulary = {name: number for number, name in enumerate([*names, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def take_vocabulary(existing: Path, folder: Path) -> None:
    """The joint vocabulary of an existing model: its subwords stay, its normaliser becomes ours."""
    rules = write_rules(folder / "normaliser.tsv")
    joint = (existing / "source.spm").read_bytes()
    (folder / "source.spm").write_bytes(replace_normaliser(joint, rules))
    shutil.copyfile(existing / "vocab.json", folder / "vocab.json")


def best_subwords(texts: Iterable[str], processor: SentencePieceProcessor) -> list[str]:
    """For each text its most probable subwords, with one space between."""
    return [" ".join(processor.encode(text, out_type=str)) for text in texts]


def write_lines(lines: Iterable[str], output: Path) -> None:
    """One line each, and nothing else."""
    output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def subwords_of(pairs: list[SourcePair], folder: Path, variants: int) -> tuple[list[str], list[str]]:
    """The subwords of the source and target sides: of the pairs as they are, and then of each set of `variants`."""
    source, target = (SentencePieceProcessor(model_file=str(folder / f"{side}.spm")) for side in ("source", "target"))
    sources = best_subwords((pair.source for pair in pairs), source)
    targets = best_subwords((pair.target for pair in pairs), target)
    texts = [(pair.source, pair.target) for pair in pairs]
    forms = Variants(texts)
    for _ in range(variants):
        exchanged = [forms.exchange(*text) for text in texts]
        sources += draw_subwords((text for text, _ in exchanged), source)
        targets += best_subwords((text for _, text in exchanged), target)
    return sources, targets


def read_corpora(corpus: Path) -> list[SourcePair]:
    """The clean pairs of all corpora in a folder. Raises FileNotFoundError where it holds none."""
    paths = [corpus / f"{name}.tsv{ending}" for name in CORPORA for ending in (".xz", "")]
    found = [path for path in paths if path.exists()]
    if not found:
        raise FileNotFoundError(f"{corpus}: none of {', '.join(CORPORA)} (.tsv.xz or .tsv) is there")
    return clean(chain.from_iterable(map(read_pairs, found)))


def prepare(corpus: Path, folder: Path, draws: Draws, vocabulary: Path | None, size: int, variants: int = 0) -> None:
    """Everything `align.py` and `train.py` need, from the corpora and `valid.{id,en}` in `corpus`.

    With `variants` the pairs stand in the output that many times more, each time in another form (`variants.py`), and
    all weigh less, so that an epoch is as long as without.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("train.forward", "train.reverse", "train.align"):  # of other subwords
        (folder / name).unlink(missing_ok=True)
    drawn = [pair for pair in read_corpora(corpus) if draws.of(pair.tag)]
    pairs, held = hold_out(drawn, draws.held_out)
    if vocabulary is None:
        train_vocabulary(pairs, size, folder)
    else:
        take_vocabulary(vocabulary, folder)
    english = target_side((folder / "source.spm").read_bytes(), (pair.target for pair in pairs))
    (folder / "target.spm").write_bytes(english)
    sources, targets = subwords_of(pairs, folder, variants)
    write_lines(sources, folder / "train.id")
    write_lines(targets, folder / "train.en")
    write_lines((pair.source for pair in held), folder / "held-out.id")
    write_lines((pair.target for pair in held), folder / "held-out.en")
    for side, name in (("id", "source.spm"), ("en", "target.spm")):
        texts = (corpus / f"valid.{side}").read_text(encoding="utf-8").split("\n")[:-1]
        write_lines(
            best_subwords(texts, SentencePieceProcessor(model_file=str(folder / name))), folder / f"valid.{side}"
        )
    weights = [draws.of(pair.tag) for pair in pairs] * (1 + variants)
    write_lines((f"{weight / (1 + variants):.4f}" for weight in weights), folder / "train.weight")
    print(f"{len(pairs)} pairs in {folder}, {len(held)} held out; English words of an epoch: {draws.shares(pairs)}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Clean, weight and tokenise the parallel corpora.")
    parser.add_argument("corpus", type=Path, help=f"folder with {', '.join(CORPORA)} (.tsv.xz) and valid.{{id,en}}")
    parser.add_argument("output", type=Path, help="folder for the prepared data")
    parser.add_argument("--vocabulary", type=Path, help="take the vocabulary of this model (for a warm start)")
    parser.add_argument("--size", type=int, default=8000, help="subwords in a new vocabulary (default 8000)")
    parser.add_argument("--draws", type=Path, default=DRAWS, help="table of draws per epoch (default draws.toml here)")
    parser.add_argument("--variants", type=int, default=0, help="other forms of each pair, names exchanged (default 0)")
    chosen = parser.parse_args()
    draws = Draws.read(chosen.draws)
    prepare(chosen.corpus, chosen.output, draws, chosen.vocabulary, chosen.size, chosen.variants)


if __name__ == "__main__":
    main()
