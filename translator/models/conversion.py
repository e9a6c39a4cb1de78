"""The CTranslate2 form of a model: made once, with the head that aligns in the place where CTranslate2 looks."""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from translator.atomic_write import PREFIX
from translator.engines import alignment_head, ct2, model_card, tokenizer
from translator.engines.alignment_head import Alignment
from translator.engines.tokenizer import EOS, PAD, UNKNOWN
from translator.errors import ModelError, first_line
from translator.model_files import MAX_SIDE_FILE, read_json

INT8, FLOAT32 = "int8_float32", "float32"
SPM = ("source.spm", "target.spm")
# A shortlist that leaves out less is not worth it: with 32,000 of 54,795 subwords a model of the size of opus-mt-id-en
# takes 0.78 of the time, with 16,000 of them 0.68 (docs/benchmarks.md).
MAX_SHORTLIST_SHARE = 0.9
NO_OTHER_ENGINE = "use it with --engine marian"


def quantization() -> str:
    """What suits this processor: int8 where it computes with it, else float32, which then is as quick and exact."""
    import ctranslate2

    has_int8 = "int8" in ctranslate2.get_supported_compute_types("cpu")
    if has_int8:
        return INT8
    return FLOAT32


def convert(model: Path, out: Path, quantization: str = INT8) -> Alignment:
    """Write the CTranslate2 form of the model in the Hugging Face form at `model` to the new folder `out`.

    quantization: as CTranslate2 calls it. Imports torch and transformers. Returns the head whose attention is given.
    Raises ModelError where CTranslate2 would not translate as the model does.
    """
    import torch
    from ctranslate2.converters.transformers import MarianMTLoader

    from translator.engines import marian

    class Loader(MarianMTLoader):  # type: ignore[misc]
        """CTranslate2's own; it knows one vocabulary only, so `<pad>` is taken out below, on either side."""

        def _remove_pad_weights(self, _: object) -> None: ...

    engine = marian.load(model, device="cpu")
    _check_start(model, engine.model, engine.vocabularies)
    try:
        with torch.no_grad():
            spec = Loader().get_model_spec(engine.model)
    except (ValueError, KeyError, RuntimeError, AttributeError) as error:
        raise ModelError(f"{model}: cannot be converted for CTranslate2: {error}", "try --engine marian") from error
    sides = list(map(_tokens, engine.vocabularies.both))
    _without_pad(spec, *map(len, sides))
    spec.register_source_vocabulary(sides[0])
    spec.register_target_vocabulary(sides[1])
    place_head(spec, engine.alignment.layer, engine.alignment.head)
    _quantize(spec, model, quantization)
    _save(spec, model, out, engine.model.config.max_position_embeddings, engine.tokenizer.language)
    return engine.alignment


def convert_marian(package: Path, out: Path, quantization: str = INT8) -> Alignment:
    """The same from Marian's own form, as OPUS-MT publishes it: decoder.yml, weights in .npz, vocabularies in .yml.

    Raises ModelError where something is missing, damaged, or of a kind that CTranslate2 has not.
    """
    from ctranslate2.converters import OpusMTConverter

    try:
        spec = OpusMTConverter(str(package))._load()
    except Exception as error:  # numpy, yaml and the converter raise of every kind for a damaged file
        seen = f"{package}: cannot be converted for CTranslate2: {first_line(error)}"
        raise ModelError(seen, "get it again") from error
    sides = [spec._vocabularies[side][0] for side in ("source", "target")]
    language = model_card.language_token(package, sides[0])
    _silence(spec, sides[1], package / "target.spm")
    found = _select_head(spec, package, sides, language)
    place_head(spec, found.layer, found.head)
    _quantize(spec, package, quantization)
    _save(spec, package, out, ct2.POSITIONS, language)
    return found


def place_head(spec: Any, layer: int, head: int) -> None:
    """Make CTranslate2 give the attention of this head: the layer is set, and the head changes places with head 0.

    What the model computes stays the same: the heads' outputs are summed up, in whatever order they stand. Done twice,
    the heads are where they were.
    """
    decoder = spec.decoder
    last = len(decoder.layer) - 1
    place = -1 if layer == last else layer
    _change(decoder, "alignment_layer", lambda one: one.dtype.type(place))
    query, key_value, out = decoder.layer[layer].attention.linear
    heads, size = _heads(spec), query.weight.shape[0]
    order = list(range(heads))
    order[0], order[head] = order[head], order[0]
    rows = np.arange(size).reshape(heads, -1)[order].ravel()
    both = np.concatenate([rows, rows + size])  # of keys and values
    for name in ("weight", "bias", "weight_scale"):
        _change(query, name, lambda one: one[rows])
        _change(key_value, name, lambda one: one[both])
    _change(out, "weight", lambda one: one[:, rows])


def _change(spec: Any, name: str, change: Callable[[Any], Any]) -> None:
    """Put something else for a weight, which in a spec that is ready to be saved is wrapped up.

    A text stays: it says that there is none, or that it is the same as another, as a bias of zeros is.
    """
    value = getattr(spec, name)
    if hasattr(value, "array"):
        value.array = change(value.array)
    elif not isinstance(value, str):
        setattr(spec, name, change(value))


def _heads(spec: Any) -> int:
    return int(getattr(spec.decoder.num_heads, "array", spec.decoder.num_heads))


def judge_head(folder: Path) -> Alignment:
    """How well the head aligns that the CTranslate2 model in `folder` gives, whichever it is."""
    engine = ct2.load(folder, device="cpu")
    pairs = [engine.tokenizer.pair(source, target) for source, target in alignment_head.text()]
    return alignment_head.judge(pairs, engine.watch(pairs), -1, 0)


def _select_head(spec: Any, package: Path, sides: list[list[str]], language: str) -> Alignment:
    """The head that aligns. CTranslate2 gives one, so a copy of the model is written for each that is looked at."""
    loaded = tokenizer.load(package, sides[0], ct2.POSITIONS - 1, sides[1], language)
    pairs = [loaded.pair(source, target) for source, target in alignment_head.text()]
    trial = copy.deepcopy(spec)
    _quantize(trial, package, INT8)

    def attention(layer: int, head: int) -> alignment_head.Attention:
        place_head(trial, layer, head)
        with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
            _save(trial, package, Path(folder) / "ct2", ct2.POSITIONS, language)
            seen = ct2.load(Path(folder) / "ct2", device="cpu").watch(pairs)
        place_head(trial, layer, head)
        return seen

    return alignment_head.choose(pairs, len(spec.decoder.layer), _heads(spec), attention)


def _quantize(spec: Any, source: Path, quantization: str) -> None:
    spec.config.eos_token = spec.config.decoder_start_token = EOS  # the decoder starts from zero whatever it is
    spec.config.unk_token = UNKNOWN
    spec.config.add_source_eos = False  # the engine does
    try:
        spec.validate()
        spec.optimize(quantization=quantization)
    except (ValueError, KeyError, RuntimeError) as error:
        raise ModelError(f"{source}: cannot be converted for CTranslate2: {first_line(error)}") from error


def _save(spec: Any, source: Path, out: Path, positions: int, language: str) -> None:
    """Write the model with all that the engine needs."""
    out.mkdir()
    spec.save(str(out))
    for name in SPM:
        try:
            (out / name).write_bytes((source / name).read_bytes())
        except FileNotFoundError as error:
            raise ModelError(f"{source}: {name} not found", "get the model again, all of its files") from error
    config = json.loads((out / "config.json").read_bytes())
    config["max_position_embeddings"] = positions
    if language:
        config["language_token"] = language
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    _write_shortlist(out)


def _write_shortlist(out: Path) -> None:
    """Leave out of the search the target subwords that `target.spm` never makes, where they are many.

    It is quicker, and finds the same: the model's own bias forbids them.

    A vocabulary of both sides, as opus-mt-id-en has it, holds the subwords of the source, too: the model was taught to
    write none that is not in `target.spm`, nor can a term, a name or a placeable be made of others. The list is one for
    all texts, so no sentence depends on its neighbours. Its form is CTranslate2's vocabulary map with a single line,
    which is that of no source subword in particular.
    """
    tokens = read_json(out / ct2.vocabularies(out)[-1], MAX_SIDE_FILE)
    listed = tokenizer.shortlist(tokens, out / "target.spm")
    if len(listed) <= MAX_SHORTLIST_SHARE * len(tokens):
        (out / ct2.SHORTLIST).write_text(f"\t{' '.join(listed)}\n", encoding="utf-8")


def _silence(spec: Any, tokens: list[str], target: Path) -> None:
    """Have the model write no subword of the source alone: its search and its scores are of the same subwords."""
    written = set(tokenizer.shortlist(tokens, target))
    silent = [number for number, token in enumerate(tokens) if token not in written]
    spec.decoder.projection.bias[silent] = -np.inf


def _without_pad(spec: Any, source: int, target: int) -> None:
    """Take the last row, `<pad>`, out of the embeddings and the output layer: Marian's own vocabulary has none."""
    from ctranslate2.specs.model_spec import OPTIONAL

    encoder, decoder = spec.encoder.embeddings[0], spec.decoder.embeddings
    output = spec.decoder.projection
    encoder.weight = encoder.weight[:source]
    decoder.weight = decoder.weight[:target]
    output.weight = output.weight[:target]
    if not output.has_bias():
        return
    output.bias = output.bias[:target]
    if not output.bias.any():
        output.bias = OPTIONAL


def _tokens(ids: dict[str, int]) -> list[str]:
    """The tokens of a vocabulary in the order of their ids, without `<pad>`."""
    ordered = sorted(ids, key=ids.__getitem__)
    return [token for token in ordered if token != PAD]


def _check_start(folder: Path, model: Any, vocabularies: Any) -> None:
    """CTranslate2 starts Marian's decoder from zero, transformers from an embedding; and the last row is dropped."""
    start = model.model.decoder.embed_tokens.weight[model.config.decoder_start_token_id]
    if start.abs().max() > 0:
        seen = "the embedding that its decoder starts from is not zero, as it is in CTranslate2"
        raise ModelError(f"{folder}: {seen}", NO_OTHER_ENGINE)
    for ids in vocabularies.both:
        if ids.get(PAD) != len(ids) - 1:
            raise ModelError(f"{folder}: <pad> is not its last token, as CTranslate2 wants", NO_OTHER_ENGINE)
