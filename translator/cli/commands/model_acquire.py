"""`padan model pull` and `padan model import`: how models come to this machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli import console
from translator.cli.commands.model import as_json, links
from translator.cli.lazy import CONTEXT

if TYPE_CHECKING:
    from translator.models.store import Installed


@click.command(context_settings=CONTEXT)
@click.argument("name", required=False)
@click.option("--revision", default="", metavar="REV", help="Of the model on the hub; the catalogue's is pinned.")
@click.option("--name", "called", default="", metavar="NAME", help="What to call it here.")
@click.option("--force", is_flag=True, help="Download and convert it anew.")
@click.option("-q", "--quiet", is_flag=True, help="Nothing on standard error but errors.")
@as_json
def pull(name: str | None, revision: str, called: str, force: bool, quiet: bool, as_json: bool) -> int:
    """Download a model, convert it and try it; without NAME, the recommended one.

    NAME is one of `padan model list`, or OWNER/NAME of any MarianMT model on the Hugging Face hub (or the mirror that
    HF_ENDPOINT names; HF_TOKEN opens private ones). An interrupted download goes on where it broke.

    \b
    Examples:
      padan model pull
      padan model pull opus-mt-id-en
    """
    from translator.cli.download_progress import shown
    from translator.models import acquire, catalogue

    silent = quiet or as_json
    if name:
        public = catalogue.find(name)
    else:
        public = catalogue.recommended(hub_only=bool(os.environ.get("HF_ENDPOINT")))
        if not silent:
            quality = f"BLEU {public.bleu} on {public.test}"
            console.say(f"note: {public.name} is the recommended model: {public.why}, {quality}")
    with shown(silent) as progress:
        one, fresh = acquire.pull(public, progress, called, revision, force)
    done = "pulled" if fresh else "is here already, and whole"
    return _conclude(one, done, silent, as_json)


@click.command("import", context_settings=CONTEXT)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--name", "called", default="", metavar="NAME", help="What to call it here.")
@click.option("--force", is_flag=True, help="Replace another model of this name.")
@click.option("-q", "--quiet", is_flag=True, help="Nothing on standard error but errors.")
@as_json
def import_(path: Path, called: str, force: bool, quiet: bool, as_json: bool) -> int:
    """Copy a model in from a disk, convert it and try it; no network is needed.

    PATH is a folder in the Hugging Face form, an OPUS-MT package (folder or .zip), a CTranslate2 folder, or what
    `padan model export` wrote.

    \b
    Example:
      padan model import /media/usb/opus+bt-2021-04-30.zip
    """
    from translator.models import acquire

    silent = quiet or as_json
    if not silent:
        console.say(f"importing {path}: a model is converted once, which may take some minutes")
    one, fresh = acquire.import_model(path, called, force)
    done = "imported" if fresh else "is here, and whole"
    return _conclude(one, done, silent, as_json)


def _conclude(one: Installed, done: str, silent: bool, as_json: bool) -> int:
    about = one.manifest
    assert about, "it has just been written"
    if as_json:
        console.result_json({"ok": True, **about.as_json(), "folder": str(one.folder), "exit_code": 0})
        return 0
    console.result(one.name)
    if not silent:
        quality = f"golden sentences: {about.golden}; {links(about.alignment)}"
        console.say(f"{one.name} {done}; {quality}; licence: {about.licence}")
    return 0
