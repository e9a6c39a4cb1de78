"""Write a trained model in the public MarianMT format, half precision, and in the int8 form that Padan's engine reads.

Several folders of weights are averaged. Refuses to finish where transformers and CTranslate2 begin a translation
differently, where MarianTokenizer and sentencepiece cut a text differently, or where the whole is too large.
"""

import argparse
import json
import shutil
import sys
import tempfile
import warnings
from pathlib import Path

from safetensors.torch import load_file
from sentencepiece import SentencePieceProcessor
from transformers import GenerationConfig, MarianMTModel, MarianTokenizer

from training.model import load_model, silence_pad
from translator import engines
from translator.models import conversion

LARGEST = 35_000_000
"""Bytes for both forms together."""
SAME_WORDS = 3
SENTENCES = [
    "Kapal perang itu tiba di pelabuhan kemarin pagi.",
    "Menteri Pertahanan bertemu duta besar Rusia di Jakarta pada 12 Maret 2021.",
    "Kami tidak tahu kapan pasukan itu akan kembali ke markas.",
    "\u201cIni berita baik,\u201d kata juru bicara itu \u2013 tanpa memberi penjelasan.",
    "Harga beras naik 3,5 persen dalam dua bulan.",
    "Apakah Anda sudah makan?",
]
"""Written for this purpose; of no corpus."""


def average(folders: list[Path]) -> MarianMTModel:
    """The mean of several trained weights, of one as it is."""
    model = load_model(folders[0])
    states = [load_file(folder / "model.safetensors") for folder in folders]
    mean = {name: sum(state[name].float() for state in states) / len(states) for name in states[0]}
    model.load_state_dict(mean, strict=False)
    silence_pad(model)
    return model


def tokenizer_config(pad: int) -> dict[str, object]:
    """What MarianTokenizer needs to know, as the public models say it."""
    special = {"lstrip": False, "normalized": False, "rstrip": False, "single_word": False, "special": True}
    names = {0: "</s>", 1: "<unk>", pad: "<pad>"}
    return {
        "added_tokens_decoder": {str(number): {"content": name} | special for number, name in names.items()},
        "backend": "custom",
        "eos_token": "</s>",
        "model_max_length": 512,
        "pad_token": "<pad>",
        "separate_vocabs": False,
        "source_lang": "id",
        "sp_model_kwargs": {},
        "target_lang": "en",
        "tokenizer_class": "MarianTokenizer",
        "unk_token": "<unk>",
    }


def write_public(model: MarianMTModel, vocabulary: Path, folder: Path) -> None:
    """The seven files of a public model, in half precision; `model` becomes that as well."""
    folder.mkdir(parents=True, exist_ok=True)
    pad = model.config.pad_token_id
    assert pad is not None, "load_model refuses a model without <pad>"
    model.config.dropout = 0.1
    model.generation_config = GenerationConfig(
        bad_words_ids=[[pad]],
        decoder_start_token_id=pad,
        eos_token_id=0,
        forced_eos_token_id=0,
        max_length=256,
        num_beams=4,
        pad_token_id=pad,
    )
    model.half().save_pretrained(folder)
    (folder / "model.safetensors").chmod(0o644)
    for name in ("source.spm", "target.spm", "vocab.json"):
        shutil.copyfile(vocabulary / name, folder / name)
    (folder / "tokenizer_config.json").write_text(json.dumps(tokenizer_config(pad), indent=2) + "\n", encoding="utf-8")


def beginnings(engine: str, folder: Path) -> list[list[str]]:
    """The first words of SENTENCES as an engine translates them, with beam 4."""
    found = engines.load(engine, folder, device="cpu").translate(SENTENCES, 4, 1)
    return [best.text.split()[:SAME_WORDS] for (best,) in found]


def proof(folder: Path) -> None:
    """Both tokenisers and both engines agree on SENTENCES, and the row of <pad> is zero; else ValueError."""
    tokenizer = MarianTokenizer.from_pretrained(folder, local_files_only=True, split_special_tokens=True)
    cutter = SentencePieceProcessor(model_file=str(folder / "source.spm"))
    if load_file(folder / "model.safetensors")["model.shared.weight"][-1].any():
        raise ValueError(f"{folder}: the row of <pad> is not zero")
    ids = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
    for text in SENTENCES:
        ours = [ids.get(subword, ids["<unk>"]) for subword in [*cutter.encode(text, out_type=str), "</s>"]]
        if ours != tokenizer(text).input_ids:
            raise ValueError(f"{text}: sentencepiece makes {ours}, MarianTokenizer {tokenizer(text).input_ids}")
    with tempfile.TemporaryDirectory() as temporary:
        conversion.convert(folder, Path(temporary) / "ct2", "float32")
        ours, theirs = beginnings("ct2", Path(temporary) / "ct2"), beginnings("marian", folder)
    if ours != theirs:
        raise ValueError(f"CTranslate2 begins {ours}, transformers {theirs}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Export weights in the public format and as int8 for CTranslate2.")
    parser.add_argument("weights", type=Path, nargs="+", help="folders of weights; several are averaged")
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder with source.spm, target.spm, vocab.json")
    parser.add_argument("--output", type=Path, required=True, help="folder in which hf/ and ct2/ are made")
    chosen = parser.parse_args()
    warnings.filterwarnings("ignore", message="Recommended: pip install sacremoses")
    write_public(average(chosen.weights), chosen.vocabulary, chosen.output / "hf")
    proof(chosen.output / "hf")
    shutil.rmtree(chosen.output / "ct2", ignore_errors=True)
    conversion.convert(chosen.output / "hf", chosen.output / "ct2")
    size = sum(path.stat().st_size for name in ("hf", "ct2") for path in (chosen.output / name).iterdir())
    print(f"{chosen.output}: {size / 1e6:.1f} MB in both forms, both engines begin alike on {len(SENTENCES)} sentences")
    if size > LARGEST:
        sys.exit(f"too large: {LARGEST / 1e6:.0f} MB are allowed")


if __name__ == "__main__":
    main()
