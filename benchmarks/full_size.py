"""Public models at full size, without a network: pulled from a hub on this machine, imported, verified, used.

    python -m benchmarks.full_size [--form hub|zip] [--files N] [--keep DIR]

The weights are those of `benchmarks.widened`, in the size of opus-mt-id-en. hub: in the files of
Helsinki-NLP/opus-mt-id-en, the weights in a pickle. zip: in those of OPUS-MT's msa-eng/opus+bt-2021-04-30. In these
forms half of each vector gets other positions than the starter's, so the English, and its word links, are worse.
Each step is a command as a user gives it, in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks import folder
from tests.models import loopback

HUB_NAME, ZIP_NAME = "Helsinki-NLP/opus-mt-id-en", "opus+bt-2021-04-30"


def step(*arguments: str) -> None:
    """Run one padan command, and print what it took."""
    cost = folder.timed([sys.executable, "-m", "translator", *arguments])
    shown = " ".join(Path(argument).name for argument in arguments)
    print(f"| `padan {shown}` | {cost.cpu:.1f} | {cost.wall:.1f} | {cost.memory:.0f} |", flush=True)


def use(name: str, work: Path, files: int) -> None:
    """Verify a model that is on this machine, and translate a folder with it."""
    step("model", "verify", name)
    source = work / "arsip"
    if not source.exists():
        folder.make(source, files, 10, seed=1)
    step("translate", str(source), "--output", str(work / f"english-{name}"), "--model", name, "--quiet")


def make(work: Path, form: str) -> None:
    """Make the files as published. In a process of its own: what a process holds counts for those that it starts."""
    from benchmarks import widened
    from tests.variants import marian_package, pickled
    from translator.models import archive

    model = work / "widened"
    if not model.exists():
        widened.make(model)
    if form == "hub":
        pickled(model, work / "hub")
    else:
        archive.pack(marian_package(model, work / ZIP_NAME), work / f"{ZIP_NAME}.zip")


def from_hub(work: Path, files: int) -> None:
    with loopback.serving(loopback.repository(HUB_NAME, work / "hub")) as hub:
        os.environ["HF_ENDPOINT"] = hub.url
        step("model", "pull", HUB_NAME)
    use("opus-mt-id-en", work, files)


def from_zip(work: Path, files: int) -> None:
    step("model", "import", str(work / f"{ZIP_NAME}.zip"))
    use("opus-mt-msa-en", work, files)


FORMS = {"hub": from_hub, "zip": from_zip}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--form", choices=FORMS, action="append", help="default: both")
    parser.add_argument("--files", type=int, default=5, help="in the folder, of about ten sentences each")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this new folder, and leave it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = options.keep or Path(temporary)
        work.mkdir(exist_ok=True)
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(work / kind.lower())
        print("| command | processor seconds | wall s | memory at most, MB |")
        print("|---|---|---|---|")
        for form in options.form or FORMS:
            with ProcessPoolExecutor(1, get_context("spawn")) as pool:
                pool.submit(make, work, form).result()
            FORMS[form](work, options.files)


if __name__ == "__main__":
    main()
