"""`padan translate`: documents in, translations and aligned bilingual files out."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from glossary import Abbreviations, EnglishSpelling
from translator.cli.config import NOTICES, SELECTIONS, Configured, selections_of
from translator.cli.lazy import CONTEXT
from translator.cli.options import glossary_option
from translator.errors import UsageError
from translator.settings import Settings

if TYPE_CHECKING:
    from translator.cli.output import RunOutput, RunRequest

# An engine starts one worker for each thread; a larger number than this can only exhaust the machine.
MOST_THREADS = 256
# Codecs of Python that are no encodings of documents: host names, escapes in source code, and the like.
NO_DOCUMENT_ENCODINGS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})


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
@glossary_option("Terms to obey, or a built-in list; the later wins.")
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
@click.option(
    "--threads",
    type=click.IntRange(0, MOST_THREADS),
    default=0,
    metavar="N",
    help="Threads; 0: the engine's choice.",
)
@click.option("--encoding", metavar="NAME", help="Of the sources; recognised where it is not given.")
@click.option("--wrapped/--no-wrapped", help="Join hard-wrapped lines of text up to a blank one.")
@click.option(
    "--format",
    "kind",
    default="txt",
    metavar="KIND",
    show_default=True,
    help="Of standard input, as its suffix would say: md, docx, ...",
)
@click.option("--keep-names/--no-keep-names", default=True, help="Keep words that look like names.")
@click.option("--hidden-text/--no-hidden-text", help="Translate also what an office program hides.")
@click.option(
    "--abbreviations",
    type=click.Choice(["english", "first", "keep"]),
    default="english",
    show_default=True,
    help="Military abbreviations in English; in English at the first place only; or as they stand.",
)
@click.option(
    "--spelling", type=click.Choice(["american", "british"]), help="Of Padan's own terms; as listed if not given."
)
@click.option("--columns", metavar="C", help="Of CSV and TSV, which are text: names or numbers, with commas between.")
@click.option("--fields", metavar="F", help="Of JSON, which are text: paths like berita.*.judul, with commas between.")
@click.option("--redo-fuzzy/--no-redo-fuzzy", help="In PO, translate anew what is marked as fuzzy.")
@click.option(
    "--memory",
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    help="Translation memory; for a folder .padan/memory.sqlite in OUT.",
)
@click.option("--no-memory", is_flag=True, help="Neither ask a translation memory nor fill one.")
@click.option(
    "--runner",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Who translates the files of a folder: this process, or a dask cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of a dask cluster; one of this machine if not given.")
@click.option("--shard", metavar="I/N", help="Do the I-th of N shares of a folder; 'merge' joins what the shards did.")
@click.option("--watch/--no-watch", help="Go on, and translate files of the folder as they come or change.")
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
      padan translate - --format html < berita.html > news.html
    """
    from translator.cli.output import STDIN, RunOutput

    if ctx.obj is not None:
        ctx.obj["json"] = options["as_json"]
    settings = settings_of(ctx)
    output = RunOutput(options["as_json"], options["quiet"])
    output.note(*ctx.meta.get(NOTICES, ()))
    request = _request_of(options, sources, settings)
    if STDIN in sources:
        return _translate_stream(ctx, request, settings, output)
    return _translate_files(ctx, request, settings, output)


def _request_of(options: dict[str, Any], sources: tuple[str, ...], settings: Settings) -> RunRequest:
    """What is asked of the run. Raises UsageError."""
    from translator.batch.folder import FileFilter
    from translator.batch.shards import shard_of
    from translator.cli.output import RunRequest

    if options["scheduler"] and options["runner"] != "dask":
        raise UsageError("--scheduler is of a dask cluster", "add --runner dask")
    wanted = FileFilter(
        include=options["include"],
        exclude=options["exclude"],
        hidden=options["hidden"],
        follow=options["follow_links"],
        columns=settings.columns,
        fields=settings.fields,
    )
    shard, merge = shard_of(options["shard"])
    return RunRequest(
        sources,
        options["output"],
        force=options["force"],
        dry_run=options["dry_run"],
        strict=options["strict"],
        wanted=wanted,
        log=Path(options["log"]) if options["log"] else None,
        kind=options["kind"],
        shard=shard,
        merge=merge,
        runner=options["runner"],
        scheduler=options["scheduler"],
        watch=options["watch"],
    )


def _translate_files(ctx: click.Context, request: RunRequest, settings: Settings, output: RunOutput) -> int:
    if ctx.get_parameter_source("kind") is ParameterSource.COMMANDLINE:
        raise UsageError("--format is for standard input (-); of a file, its suffix says the kind", "leave it out")
    if request.watch:
        from translator.cli import watch

        return watch.watch(request, settings, output)
    from translator.cli import run

    return run.files(request, settings, output)


def _translate_stream(ctx: click.Context, request: RunRequest, settings: Settings, output: RunOutput) -> int:
    from translator.cli import stream

    if ctx.get_parameter_source("log") is ParameterSource.COMMANDLINE:
        raise UsageError("--log is of the translation of files, and standard input is none", "leave it out")
    for option, is_given in _of_folders(ctx.params):
        if is_given:
            seen = f"{option} is for the files of a folder, and standard input is one document"
            raise UsageError(seen, "leave it out")
    if ctx.get_parameter_source("bilingual") is not ParameterSource.COMMANDLINE:
        settings = replace(settings, bilingual=())  # no bilingual file of standard input unless asked
    return stream.stream(request, settings, output)


def _of_folders(options: dict[str, Any]) -> list[tuple[str, bool]]:
    """The options that are for the files of a folder, and which of them are given."""
    is_dask = options["runner"] == "dask"
    return [("--shard", options["shard"] is not None), ("--runner dask", is_dask), ("--watch", options["watch"])]


def settings_of(ctx: click.Context) -> Settings:
    """The choices that decide the translation, of the command line and padan.toml.

    Raises UsageError for an encoding that Python does not know, and where no column or field is named.
    """
    options = ctx.params
    configured = ctx.meta.get(SELECTIONS, {})
    memory, use_memory = _memory_of(ctx)
    if options["encoding"] is not None:
        check_encoding(options["encoding"])
    formats: list[str] = []
    for part in options["bilingual"]:
        formats += map(str.strip, part.split(","))
    return Settings(
        glossaries=options["glossaries"],
        default_glossary=options["default_glossary"],
        bilingual=tuple(filter(None, formats)),
        model=options["model"],
        engine=options["engine"],
        beam=options["beam"],
        device=options["device"],
        threads=options["threads"],
        encoding=options["encoding"],
        wrapped=options["wrapped"],
        keep_names=options["keep_names"],
        hidden_text=options["hidden_text"],
        redo_fuzzy=options["redo_fuzzy"],
        abbreviations=Abbreviations(options["abbreviations"]),
        spelling=EnglishSpelling(options["spelling"]) if options["spelling"] else None,
        columns=(*selections_of(options["columns"]), *configured.get("columns", ())),
        fields=(*selections_of(options["fields"]), *configured.get("fields", ())),
        memory=memory,
        use_memory=use_memory,
    )


def _memory_of(ctx: click.Context) -> tuple[Path | None, bool]:
    """The file of the translation memory, and whether one is used at all. Raises UsageError."""
    memory, without = ctx.params["memory"], ctx.params["no_memory"]
    if memory is None or not without:
        return memory, not without
    sources = list(map(ctx.get_parameter_source, ("memory", "no_memory")))
    if sources == [ParameterSource.COMMANDLINE] * 2:
        raise UsageError("--memory and --no-memory in one run", "leave one of them out")
    if sources[0] is ParameterSource.COMMANDLINE:  # of the two, padan.toml gave the other
        return memory, True
    return None, False


def check_encoding(name: str) -> None:
    """Raises UsageError where `name` is not the encoding of a document."""
    hint = "such as utf-8, cp1252, utf-16"
    try:
        "".encode(name)
        codec = codecs.lookup(name).name
    except (LookupError, ValueError) as error:
        raise UsageError(f"unknown encoding {name!r}", hint) from error
    if codec.replace("_", "-") in NO_DOCUMENT_ENCODINGS:
        raise UsageError(f"{name!r} is not the encoding of a document", hint)
