"""`padan translate`: documents in, translations and aligned bilingual files out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from translator.cli.config import Configured
from translator.cli.lazy import CONTEXT
from translator.errors import UsageError
from translator.settings import Settings


@click.command(cls=Configured, context_settings=CONTEXT)
@click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(allow_dash=True, readable=False)
)
@click.option(
    "-o",
    "--output",
    type=click.Path(readable=False),
    metavar="OUT",
    help="File to write; a folder for several sources.",
)
@click.option(
    "-g",
    "--glossary",
    "glossaries",
    multiple=True,
    type=click.Path(readable=False),
    metavar="FILE|NAME",
    help="Terms to obey, or a list on board; the later wins.",
)
@click.option("--default-glossary/--no-default-glossary", default=True, help="Obey Padan's own terms, too.")
@click.option(
    "-b",
    "--bilingual",
    multiple=True,
    default=["tsv,html"],
    metavar="FORMATS",
    show_default="tsv,html",
    help="Aligned files.",
)
@click.option("--model", metavar="NAME|DIR", help="Model to translate with; 'starter' is always there.")
@click.option(
    "--engine", type=click.Choice(["ct2", "marian"]), default="ct2", show_default=True, help="What runs the model."
)
@click.option(
    "--beam", type=click.IntRange(1, 32), default=4, show_default=True, help="Translations that are followed at once."
)
@click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", help="Where the model runs.")
@click.option("--threads", type=click.IntRange(0), default=0, metavar="N", help="Threads; 0: the engine's choice.")
@click.option("--encoding", metavar="NAME", help="Of the sources; recognised where it is not given.")
@click.option("--wrapped/--no-wrapped", help="Join hard-wrapped lines of text up to a blank one.")
@click.option("--keep-names/--no-keep-names", default=True, help="Keep words that look like names.")
@click.option(
    "--memory", type=click.Path(readable=False), metavar="FILE", help="Translation memory to use and to fill."
)
@click.option("--no-memory", is_flag=True, help="Use no translation memory.")
@click.option("--runner", type=click.Choice(["local", "dask"]), default="local", help="Where the work is done.")
@click.option("--include", multiple=True, metavar="PATTERN", help="In a folder, only such files: '*.txt', 'berita/*'.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="In a folder, no such files, and no such folders.")
@click.option("--hidden/--no-hidden", help="In a folder, also names that begin with a full stop.")
@click.option("--follow-links/--no-follow-links", help="In a folder, also symbolic links that stay in it.")
@click.option("--force/--no-force", help="Do all anew, and overwrite what Padan did not write.")
@click.option("--dry-run/--no-dry-run", help="Say what would be done and why, and stop.")
@click.option(
    "--log", type=click.Path(readable=False), metavar="FILE", help="Add what happens to FILE, a JSON object a line."
)
@click.option("--strict/--no-strict", help="Exit with 8 where a check finds an error.")
@click.option("--json/--no-json", "as_json", help="Say all in one JSON object on standard output.")
@click.option("-q", "--quiet/--no-quiet", help="Nothing on standard error but errors.")
@click.pass_context
def translate(ctx: click.Context, /, sources: tuple[str, ...], **options: Any) -> int:
    """Translate files, a folder, or standard input (-).

    One file is written beside its source (berita.txt -> berita.en.txt) or to -o FILE. Several files, or a folder, need
    -o DIR and keep their names there; run again, only what has changed is done. Defaults may stand in padan.toml.

    \b
    Examples:
      padan translate berita.txt -g glossary.tsv
      padan translate arsip/ -o english/ -b tsv --exclude 'draf/*'
      padan translate - < berita.txt > news.txt
    """
    from translator.batch.folder import Choice
    from translator.cli import run, stream
    from translator.cli.output import Task, Voice

    ctx.obj["json"] = options["as_json"]
    settings = settings_of(options)
    voice = Voice(options["as_json"], options["quiet"])
    voice.note(*idle(options))
    choice = Choice(options["include"], options["exclude"], options["hidden"], options["follow_links"])
    log = Path(options["log"]) if options["log"] else None
    flags = options["force"], options["dry_run"], options["strict"]
    task = Task(sources, options["output"], *flags, choice, log)
    if "-" in sources:
        asked = ctx.get_parameter_source("bilingual") is ParameterSource.COMMANDLINE
        return stream.stream(task, settings if asked else replace(settings, bilingual=()), voice)
    return run.files(task, settings, voice)


def settings_of(options: dict[str, Any]) -> Settings:
    """The choices that decide the translation. Raises UsageError for an encoding that Python does not know."""
    encoding = options["encoding"]
    if encoding is not None:
        try:
            "".encode(encoding)
        except (LookupError, ValueError) as error:
            raise UsageError(f"unknown encoding {encoding!r}", "such as utf-8, cp1252, utf-16") from error
    names = (name.strip() for part in options["bilingual"] for name in part.split(","))
    return Settings(
        glossaries=tuple(map(Path, options["glossaries"])),
        default_glossary=options["default_glossary"],
        bilingual=tuple(name for name in names if name),
        model=options["model"],
        engine=options["engine"],
        beam=options["beam"],
        device=options["device"],
        threads=options["threads"],
        encoding=encoding,
        wrapped=options["wrapped"],
        keep_names=options["keep_names"],
        memory=Path(options["memory"]) if options["memory"] and not options["no_memory"] else None,
    )


def idle(options: dict[str, Any]) -> list[str]:
    """A line about the options that were set and whose machinery is still to come."""
    useless = {
        "--memory": options["memory"] is not None and not options["no_memory"],
        "--runner dask": options["runner"] == "dask",
    }
    names = [name for name, is_set in useless.items() if is_set]
    return [f"no effect yet in this version: {', '.join(names)}"] if names else []
