"""PDF: its text is translated into a new Word document, or into Markdown.

A PDF has no paragraphs, only lines at places of a page. They are guessed: lines are joined to paragraphs, columns are
read one after the other, cells of a table stay together, words that a line end cuts become whole, and running heads
and page numbers go. The layout, pictures and colours of the PDF are not carried over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.bitext import Bitext
from translator.document import Document, Place, Segment, Span
from translator.formats.base import DEFAULT_READING, Reading
from translator.formats.pdf.blocks import Block, PdfParagraph, blocks_of
from translator.formats.pdf.margins import without_margins
from translator.formats.pdf.markdown_text import markdown_of
from translator.formats.pdf.pages import PdfPage, check_library, read_pages
from translator.markup.office.new_document import NewParagraph, NewTable, new_document

__all__ = ["check_library", "parse", "render", "render_markdown"]

_MOST_HEADS = 3  # that a notice names
_LOSSY = "lossy: paragraphs and tables are guessed from the places of lines, and pictures, colours and layout are lost"


@dataclass(frozen=True, slots=True)
class PdfSkeleton:
    """The paragraphs and tables of a document; each paragraph, and each cell that is not blank, is a segment."""

    blocks: tuple[Block, ...]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:  # noqa: ARG001
    """The document in `data`, called `name`. Raises SourceError, also where it is a scan, or has a password."""
    pages = read_pages(data, name)
    bare = without_margins(pages)
    blocks = blocks_of(bare.pages)
    segments = []
    for number, block in enumerate(blocks, 1):
        place = Place(Span(0, 0), number, f"page {block.page}")
        segments += [Segment(text, place) for text in _texts(block)]
    return Document(name, tuple(segments), PdfSkeleton(tuple(blocks)), (_LOSSY, *_notices(pages, bare.heads)))


def render(bitext: Bitext) -> bytes:
    """The translation as a Word document."""
    return new_document(_translated(bitext))


def render_markdown(bitext: Bitext) -> bytes:
    """The translation as Markdown."""
    return markdown_of(_translated(bitext)).encode()


def _texts(block: Block) -> list[str]:
    if isinstance(block, PdfParagraph):
        return [block.text]
    return [cell for row in block.rows for cell in row if cell]


def _notices(pages: Sequence[PdfPage], heads: Sequence[str]) -> Iterator[str]:
    """What a user should know of this PDF. heads: its running heads."""
    if heads:
        more = ", ..." if len(heads) > _MOST_HEADS else ""
        yield f"left out as running heads: {', '.join(map(repr, heads[:_MOST_HEADS]))}{more}"
    bare = [str(page.number) for page in pages if page.has_pictures and not page.has_text]
    if bare:
        yield f"pages that are pictures without text: {', '.join(bare)}"


def _translated(bitext: Bitext) -> Iterator[NewParagraph | NewTable]:
    skeleton: PdfSkeleton = bitext.document.skeleton
    pairs = iter(bitext.segments)
    for block in skeleton.blocks:
        if isinstance(block, PdfParagraph):
            yield NewParagraph(next(pairs).target, block.level, block.is_bold)
        else:
            yield NewTable([[next(pairs).target if cell else "" for cell in row] for row in block.rows])
