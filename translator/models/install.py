"""From a folder in any form to a model as the store keeps it: hf/ and ct2/ where it has them, and a manifest."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translator.engines import ct2, model_card
from translator.engines.alignment_head import Alignment
from translator.errors import ModelError, first_line
from translator.model_files import MAX_SIDE_FILE, read_bytes, read_json
from translator.models import archive, conversion, golden, manifest
from translator.models.forms import OTHERS, PICKLE, TARGET_VOCABULARY, WEIGHTS, ModelForm, check_hf, form
from translator.models.manifest import Manifest

PAPERS = (model_card.NAME, "LICENSE")
MAX_DECODER = 64 << 10  # bytes of decoder.yml, which has a dozen lines; YAML is read slowly
MAX_TENSORS = 5000  # in one file of weights; the public models have 250
GET_AGAIN = "get the model again"
GET_ALL = "get the model again, all of its files"
_HF = (*OTHERS, TARGET_VOCABULARY, "generation_config.json", "tokenizer_config.json", *PAPERS)
_GENERATION = (
    "bad_words_ids decoder_start_token_id eos_token_id forced_eos_token_id max_length num_beams pad_token_id".split()
)


@dataclass(frozen=True, slots=True)
class _Made:
    """How the CTranslate2 form was made: its quantization, and the attention head that gives the word links."""

    quantization: str
    alignment: Alignment


def install(source: Path, made: Path, about: Manifest) -> Manifest:
    """Make the new folder `made` from the model in `source`; its manifest.

    about: what is known of the model beforehand. Raises ModelError where it cannot be used.
    """
    kind = form(source)
    made.mkdir()
    if kind is ModelForm.PADAN:
        return _from_padan(source, made, about)
    how = _MAKERS[kind](source, made)
    config = read_json(made / "ct2" / "config.json")
    described = replace(
        about,
        licence=about.licence or model_card.licence(source) or "not stated",
        form=str(kind),
        quantization=how.quantization,
        language_token=config.get("language_token", ""),
        alignment=how.alignment.as_json(),
        golden=golden.passed(made / "ct2"),
    )
    return manifest.write(made, described)


def _from_padan(source: Path, made: Path, about: Manifest) -> Manifest:
    """Copy an export, the files of its manifest and no others. What the manifest says of the model stays a claim."""
    claimed = manifest.verify(source, "export it again where it came from")
    for name in claimed.files:
        path = made / name
        path.parent.mkdir(exist_ok=True)
        shutil.copyfile(source / name, path)
    described = replace(
        claimed,
        name=about.name or claimed.name,
        source=about.source,
        pulled=about.pulled,
        date=about.date,
        golden=golden.passed(made / "ct2"),  # on this machine, too
    )
    return manifest.write(made, described)


def _from_hf(source: Path, made: Path) -> _Made:
    check_hf(source, pickle=True)
    hf = made / "hf"
    hf.mkdir()
    _copy(source, hf, _HF)
    if (source / WEIGHTS).is_file():
        shutil.copyfile(source / WEIGHTS, hf / WEIGHTS)
    else:
        _unpickle(source / PICKLE, hf / WEIGHTS)
    if not (hf / "generation_config.json").is_file():
        _write_generation_config(hf)
    kind = conversion.quantization()
    return _Made(kind, conversion.convert(hf, made / "ct2", kind))


def _from_marian(source: Path, made: Path) -> _Made:
    _check_package(source)
    kind = conversion.quantization()
    alignment = conversion.convert_marian(source, made / "ct2", kind)
    _copy(source, made, PAPERS)
    return _Made(kind, alignment)


def _from_ct2(source: Path, made: Path) -> _Made:
    out = made / "ct2"
    out.mkdir()
    _copy(source, out, (*ct2.FILES, ct2.SHARED, *ct2.SEPARATE))
    _copy(source, made, PAPERS)
    path = out / "config.json"
    try:
        config = {**read_json(path), "add_source_eos": False}  # the engine adds `</s>`
        vocabulary = read_json(out / ct2.vocabularies(out)[0], MAX_SIDE_FILE)
        language = model_card.language_token(source, vocabulary)
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{source} is no CTranslate2 model that can be read: {error}", "convert it again") from error
    if language:
        config["language_token"] = language
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    return _Made("as it came", conversion.judge_head(out))


_MAKERS: dict[ModelForm, Callable[[Path, Path], _Made]] = {
    ModelForm.HF: _from_hf,
    ModelForm.MARIAN: _from_marian,
    ModelForm.CT2: _from_ct2,
}


def _copy(source: Path, out: Path, names: Iterable[str]) -> None:
    """Copy those of the files that are there."""
    for name in names:
        if (source / name).is_file():
            shutil.copyfile(source / name, out / name)


def _write_generation_config(hf: Path) -> None:
    """Make the generation_config.json that older models lack from their config.json."""
    config = read_json(hf / "config.json")
    generation = {key: config[key] for key in _GENERATION if config.get(key) is not None}
    (hf / "generation_config.json").write_text(json.dumps(generation, indent=2) + "\n", encoding="utf-8")


def _unpickle(pickle: Path, out: Path) -> None:
    """Write the weights of a pickle as safetensors; nothing but tensors is read from it."""
    import torch
    from safetensors.torch import save_file

    try:
        _check_zip(pickle)
        weights = torch.load(pickle, map_location="cpu", weights_only=True)
        kept: dict[tuple[int, torch.Size], str] = {}
        for name, tensor in weights.items():  # a tensor that is another one's copy is named once: the config ties them
            kept.setdefault((tensor.data_ptr(), tensor.shape), name)
        tensors = {name: weights[name].contiguous() for name in kept.values()}
        save_file(tensors, out, metadata={"format": "pt"})
    except ModelError:
        raise
    except Exception as error:  # torch and pickle raise of every kind for a damaged or a hostile file
        seen = f"{pickle}: not weights alone that can be read: {first_line(error)}"
        raise ModelError(seen, GET_AGAIN) from error


def _check_package(source: Path) -> None:
    """Look at a package before it is converted: are all files there, of a sound size, and is the archive whole?

    Raises ModelError.
    """
    names = _names_in_decoder(source)
    missing = []
    for name in names:
        is_elsewhere = Path(name).parent != Path()
        if is_elsewhere or not (source / name).is_file():
            missing.append(name)
    if missing:
        raise ModelError(f"{source}: {', '.join(missing)} not found", GET_ALL)
    weights, *sides = names
    for name in (*sides, *conversion.SPM):
        try:
            read_bytes(source / name, MAX_SIDE_FILE)
        except FileNotFoundError as error:
            raise ModelError(f"{source}: {name} not found", GET_ALL) from error
        except (OSError, ValueError) as error:
            raise ModelError(f"{source / name}: cannot be read: {error}", GET_AGAIN) from error
    if not zipfile.is_zipfile(source / weights):
        raise ModelError(f"{source / weights}: damaged: its end is missing", GET_AGAIN)
    _check_zip(source / weights)


def _names_in_decoder(source: Path) -> list[str]:
    """The files that decoder.yml names: the weights, and the vocabularies of both sides. Raises ModelError."""
    import yaml

    path = source / "decoder.yml"
    try:
        config: Any = yaml.safe_load(read_bytes(path, MAX_DECODER).decode("utf-8"))
        names = [*config["models"][:1], *config["vocabs"]]
        if not all(isinstance(name, str) for name in names):
            raise ValueError("names of files were wanted")
    except (OSError, ValueError, KeyError, TypeError, RecursionError, yaml.YAMLError) as error:
        seen = " ".join(str(error).split())
        raise ModelError(f"{path}: cannot be read: {seen}", GET_AGAIN) from error
    if not names:
        raise ModelError(f"{path}: cannot be read: no weights are named", GET_AGAIN)
    return names


def _check_zip(file: Path) -> None:
    """Weights of numpy and torch are archives, too: none may be far larger than it looks. Raises ModelError."""
    if not zipfile.is_zipfile(file):
        return
    try:
        with zipfile.ZipFile(file) as opened:
            members = opened.infolist()
    except (*archive.DAMAGED, OSError) as error:
        raise ModelError(f"{file}: damaged: {first_line(error)}", GET_AGAIN) from error
    archive.check_sizes(file, members, max_members=MAX_TENSORS)
