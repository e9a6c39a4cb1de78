"""From a folder in any form to a model as the store keeps it: hf/ and ct2/ where it has them, and a manifest."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from translator.engines import ct2, model_card
from translator.errors import ModelError
from translator.models import conversion, golden, manifest
from translator.models.forms import OTHERS, PICKLE, TARGET_VOCABULARY, WEIGHTS, Form, check_hf, form

PAPERS = (model_card.NAME, "LICENSE")
_HF = (*OTHERS, TARGET_VOCABULARY, "generation_config.json", "tokenizer_config.json", *PAPERS)
_GENERATION = (
    "bad_words_ids decoder_start_token_id eos_token_id forced_eos_token_id max_length num_beams pad_token_id".split()
)


def furnish(source: Path, made: Path, about: dict[str, Any]) -> dict[str, Any]:
    """Make the new folder `made` from the model in `source`; what its manifest says.

    about: what is known of the model beforehand. Raises ModelError where it cannot be used.
    """
    kind = form(source)
    if kind is Form.PADAN:
        told = manifest.verify(source, "export it again where it came from")
        shutil.copytree(source, made)
        golden.passed(made / "ct2")  # on this machine, too
        return told
    made.mkdir()
    found = _MAKERS[kind](source, made)
    about |= {"licence": about.get("licence") or model_card.licence(source) or "not stated", "form": str(kind), **found}
    about["golden"] = f"{golden.passed(made / 'ct2')} of {len(golden.SENTENCES)}"
    manifest.write(made, about)
    return about


def _from_hf(source: Path, made: Path) -> dict[str, Any]:
    check_hf(source, pickle=True)
    hf = made / "hf"
    hf.mkdir()
    _copy(source, hf, _HF)
    if (source / WEIGHTS).is_file():
        shutil.copyfile(source / WEIGHTS, hf / WEIGHTS)
    else:
        _unpickle(source / PICKLE, hf / WEIGHTS)
    if not (hf / "generation_config.json").is_file():
        config = json.loads((hf / "config.json").read_bytes())
        generation = {key: config[key] for key in _GENERATION if config.get(key) is not None}
        (hf / "generation_config.json").write_text(json.dumps(generation, indent=2) + "\n", encoding="utf-8")
    kind = conversion.quantization()
    alignment = conversion.convert(hf, made / "ct2", kind)
    return _told(made, kind) | {"alignment": alignment.as_json()}


def _from_marian(source: Path, made: Path) -> dict[str, Any]:
    _check_decoder(source)
    kind = conversion.quantization()
    alignment = conversion.convert_marian(source, made / "ct2", kind)
    _copy(source, made, PAPERS)
    return _told(made, kind) | {"alignment": alignment.as_json()}


def _from_ct2(source: Path, made: Path) -> dict[str, Any]:
    out = made / "ct2"
    out.mkdir()
    _copy(source, out, (*ct2.FILES, ct2.SHARED, *ct2.SEPARATE))
    _copy(source, made, PAPERS)
    path = out / "config.json"
    try:
        config = json.loads(path.read_bytes()) | {"add_source_eos": False}  # the engine adds `</s>`
        sides = [json.loads((out / name).read_bytes()) for name in ct2.vocabularies(out)]
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{source} is no CTranslate2 model that can be read: {error}", "convert it again") from error
    if language := model_card.language_token(source, sides[0]):
        config["language_token"] = language
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    return _told(made, "as it came") | {"alignment": conversion.watched(out).as_json()}


_MAKERS: dict[Form, Callable[[Path, Path], dict[str, Any]]] = {
    Form.HF: _from_hf,
    Form.MARIAN: _from_marian,
    Form.CT2: _from_ct2,
}


def _told(made: Path, quantization: str) -> dict[str, Any]:
    config = json.loads((made / "ct2" / "config.json").read_bytes())
    return {"quantization": quantization, "language_token": config.get("language_token", "")}


def _copy(source: Path, out: Path, names: tuple[str, ...]) -> None:
    for name in names:
        if (source / name).is_file():
            shutil.copyfile(source / name, out / name)


def _unpickle(pickle: Path, out: Path) -> None:
    """Write the weights of a pickle as safetensors; nothing but tensors is read from it."""
    import torch
    from safetensors.torch import save_file

    try:
        weights = torch.load(pickle, map_location="cpu", weights_only=True)
        kept: dict[tuple[int, torch.Size], str] = {}
        for name, tensor in weights.items():  # a tensor that is another one's copy is named once: the config ties them
            kept.setdefault((tensor.data_ptr(), tensor.shape), name)
        save_file({name: weights[name].contiguous() for name in kept.values()}, out, metadata={"format": "pt"})
    except Exception as error:  # torch and pickle raise of every kind for a damaged or a hostile file
        seen = str(error).split("\n")[0]
        raise ModelError(f"{pickle}: not weights alone that can be read: {seen}", "get the model again") from error


def _check_decoder(source: Path) -> None:
    """Raises ModelError where decoder.yml names files that are not in the folder."""
    import yaml

    try:
        config = yaml.safe_load((source / "decoder.yml").read_text("utf-8"))
        names = [*config["models"][:1], *config["vocabs"]]
        astray = [name for name in names if Path(name).parent != Path() or not (source / name).is_file()]
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
        raise ModelError(f"{source / 'decoder.yml'}: cannot be read: {error}", "get the model again") from error
    if astray:
        raise ModelError(f"{source}: {', '.join(map(str, astray))} not found", "get the model again, all of its files")
    if not zipfile.is_zipfile(source / names[0]):
        raise ModelError(f"{source / names[0]}: damaged: its end is missing", "get the model again")
