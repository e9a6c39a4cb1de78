"""What CTranslate2 computes on: the device, its instructions, its cores."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import ctranslate2

from translator.engines.tokenizer import EOS, UNKNOWN
from translator.errors import UsageError

INSTRUCTIONS = "CT2_FORCE_CPU_ISA"  # the variable that tells CTranslate2 which instructions to use


def device(wanted: str) -> str:
    """The device of a name; of `auto` a CUDA device where there is one. Raises UsageError where it is not there."""
    found = ctranslate2.get_cuda_device_count() > 0
    if wanted == "cuda" and not found:
        raise UsageError("no CUDA device was found", "use --device cpu")
    if wanted != "auto":
        return wanted
    if found:
        return "cuda"
    return "cpu"


def prefer_avx512() -> None:
    """Have CTranslate2 use AVX-512 where that pays; unless told, it stays with AVX2. What the user chose stays."""
    if has_avx512():
        os.environ.setdefault(INSTRUCTIONS, "AVX512")


def try_instructions(translator: Any) -> None:
    """Raises UsageError where the environment asks for instructions that this processor or this build has not.

    CTranslate2 looks at the variable only when it computes, so one step is computed, of a source that is not empty.
    """
    asked = os.environ.get(INSTRUCTIONS)
    if not asked:
        return
    try:
        translator.translate_batch([[UNKNOWN, EOS]], beam_size=1, max_decoding_length=1)
    except (ValueError, RuntimeError) as error:
        hint = f"unset {INSTRUCTIONS}, or choose another, such as GENERIC"
        raise UsageError(f"{INSTRUCTIONS}={asked}: CTranslate2 refuses it: {error}", hint) from error


def has_avx512(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Does Linux say that the processor has AVX-512 of the kind that lowers no clock (Ice Lake, Zen 4, later ones)?

    With it the starter takes a tenth less time, larger models as much as before. The last digits are others, as they
    are from one kind of processor to the next.
    """
    try:
        text = cpuinfo.read_text("utf-8")
    except OSError:
        return False
    flags = re.search(r"^flags.*", text, re.MULTILINE)
    if flags is None:
        return False
    return "avx512_vbmi2" in flags[0].split()


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
