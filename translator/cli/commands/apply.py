"""`padan apply`: an edited bilingual file becomes the translated document again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from translator.cli.config import NOTICES, SELECTIONS, Configured, selections_of
from translator.cli.lazy import CONTEXT
from translator.cli.options import glossary_option
from translator.settings import Settings


class ConfiguredAsTranslate(Configured):
    """A command that takes from padan.toml what `padan translate` takes, as far as it has the same options."""

    def configured(self) -> click.Command:
        from translator.cli.commands.translate import translate

        return translate


@click.command(cls=ConfiguredAsTranslate, context_settings=CONTEXT)
@click.argument("edited", type=click.Path(path_type=Path))
@click.argument("source", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(readable=False), metavar="OUT", help="File to write, or folder.")
@glossary_option("Terms that must be obeyed, or a built-in list; the later wins.")
@click.option(
    "-b", "--bilingual", multiple=True, metavar="FORMATS", show_default="those that are there", help="Aligned files."
)
@click.option(
    "--memory",
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    help="Translation memory that keeps what was reviewed; .padan/memory.sqlite beside the output if not given.",
)
@click.option("--encoding", metavar="NAME", help="Of the source; recognised where it is not given.")
@click.option("--wrapped/--no-wrapped", help="The hard-wrapped lines of the text were joined.")
@click.option("--hidden-text/--no-hidden-text", help="What an office program hides was translated, too.")
@click.option("--columns", metavar="C", help="Of CSV and TSV, which were translated.")
@click.option("--fields", metavar="F", help="Of JSON, which were translated.")
@click.option("--redo-fuzzy/--no-redo-fuzzy", help="In PO, what is marked as fuzzy was translated anew.")
@click.option("--force", is_flag=True, help="Overwrite what Padan did not write.")
@click.option("--strict/--no-strict", help="Exit with 8 where a check finds an error.")
@click.option("--json/--no-json", "as_json", help="Say all in one JSON object on standard output.")
@click.option("-q", "--quiet/--no-quiet", help="Nothing on standard error but errors.")
@click.pass_context
def apply(ctx: click.Context, /, edited: Path, source: Path, **options: Any) -> int:
    """Make the translated document anew from a bilingual file that was edited: TSV, JSONL, TMX, XLIFF or DOCX.

    SOURCE is the Indonesian document; or both are folders, EDITED as `padan translate` filled it. What differs from
    what Padan had translated counts as reviewed. Terms and checks are looked at again, and the bilingual files are
    written anew. The source is read as `padan translate` read it, so the same options and the same padan.toml hold.

    \b
    Examples:
      padan apply berita.en.txt.id-en.docx berita.txt
      padan apply english/ arsip/ -o reviewed/
    """
    from translator import term_lists
    from translator.batch.folder import FileFilter
    from translator.cli.output import RunOutput
    from translator.cli.review import ReviewRun
    from translator.enforcement.term_check import TermJudge, rejudged
    from translator.review.jobs import plan_apply

    if ctx.obj is not None:
        ctx.obj["json"] = options["as_json"]
    settings = _settings(ctx, options)
    output = RunOutput(options["as_json"], options["quiet"])
    output.note(*ctx.meta.get(NOTICES, ()))
    terms, overrides = term_lists.load(options["glossaries"])
    output.note(*overrides)
    wanted = FileFilter(columns=settings.columns, fields=settings.fields)
    planned = plan_apply(edited, source, options["output"], settings.bilingual, wanted)
    judge = TermJudge(terms).judged if options["glossaries"] else rejudged
    return ReviewRun(planned, settings, output, judge, options["force"], options["strict"]).run()


def _settings(ctx: click.Context, options: dict[str, Any]) -> Settings:
    """How the source is read, and which bilingual files are written. Raises UsageError."""
    from translator.cli.commands.translate import check_encoding

    if options["encoding"] is not None:
        check_encoding(options["encoding"])
    configured = ctx.meta.get(SELECTIONS, {})
    formats = ",".join(options["bilingual"]).split(",")
    return Settings(
        bilingual=tuple(filter(None, map(str.strip, formats))),
        encoding=options["encoding"],
        wrapped=options["wrapped"],
        hidden_text=options["hidden_text"],
        memory=options["memory"],
        redo_fuzzy=options["redo_fuzzy"],
        columns=(*selections_of(options["columns"]), *configured.get("columns", ())),
        fields=(*selections_of(options["fields"]), *configured.get("fields", ())),
    )
