"""`padan glossary mine`: new entries for a glossary, out of text that is translated already."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli import console
from translator.cli.lazy import CONTEXT
from translator.cli.options import glossary_option
from translator.cli.overwriting import refuse_overwriting
from translator.errors import TermListError

if TYPE_CHECKING:
    from translator.bitext import Pair


@click.command(context_settings=CONTEXT)
@click.argument("files", nargs=-1, required=True, metavar="BILINGUAL...", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="OUT", help="TSV to write; else it is shown.")
@glossary_option("Entries that there are already, which are not proposed.")
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help="Occurrences that an entry needs.")
@click.option("--single", is_flag=True, help="Propose single words that are no names, too.")
@click.option("--force", is_flag=True, help="Overwrite OUT.")
def mine(
    files: tuple[Path, ...],
    output: Path | None,
    glossaries: tuple[Path, ...],
    least: int,
    single: bool,
    force: bool,
) -> int:
    """Propose glossary entries from Indonesian-English TSV, JSONL, TMX or XLIFF files, names first.

    What comes out is a glossary whose entries are `proposed`: none is in force until its status is made `approved`, or
    is emptied. The note says how often a phrase had this English, the context has an example.

    \b
    Example:
      padan glossary mine agency.tmx -g glossary.tsv -o proposals.tsv
    """
    import glossary
    from glossary import GlossaryError, MinedExample
    from translator import term_lists
    from translator.atomic_write import write_whole
    from translator.batch.report import several
    from translator.bilingual.reading import read

    inputs = (*files, *map(glossary.locate, glossaries))
    if output:
        refuse_overwriting(output, inputs, force)
    terms, overrides = term_lists.load(glossaries)
    examples = []
    for file in dict.fromkeys(files):
        for each in read(file):
            examples.append(MinedExample(each.pair.source, each.pair.target, _links(each.pair)))
    proposals = [proposal.term() for proposal in glossary.mine(examples, terms, least, single)]
    try:
        data, lost = glossary.render(proposals, output or Path("x.tsv"))
    except GlossaryError as error:
        raise TermListError(error.message, error.hint) from error
    for notice in (*overrides, *lost):
        console.say(f"note: {notice}")
    if output:
        write_whole(output, data, "choose another place for the output")
        console.result(str(output))
    else:
        for line in data.decode().removesuffix("\n").split("\n"):
            console.result(line)
    console.say(f"{several(len(examples), 'pair')}: {several(len(proposals), 'proposal')}")
    return 0


def _links(pair: Pair) -> list[tuple[int, int]] | None:
    return [(link.source, link.target) for link in pair.links] or None
