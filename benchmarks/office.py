"""How long office documents take besides the engine: a Word file is read, and written with every sentence changed.

    python -m benchmarks.office [--pages N] [--pictures MEGABYTES]

Times are processor seconds. `--pictures` adds pictures of so many megabytes, which are copied as they are.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import time
import zipfile

from translator.bitext import Bitext, Link, Origin, Pair, SegmentPair, Stamp
from translator.document import Document, Segment, Span
from translator.formats import docx

WORDS_ON_A_PAGE = 350
WORDS_IN_A_PARAGRAPH = 70
VOCABULARY = (
    "kapal perang itu tiba di pelabuhan pada hari Senin untuk latihan bersama angkatan laut negara tetangga".split()
)
OFFICE = "http://schemas.openxmlformats.org"
WORD = f"{OFFICE}/wordprocessingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def word_file(pages: int, megabytes: int) -> bytes:
    """A Word file of so many pages, in which two words of each seventh paragraph are bold, as in real files."""
    chance = random.Random(1)
    paragraphs = []
    for number in range(pages * WORDS_ON_A_PAGE // WORDS_IN_A_PARAGRAPH):
        words = [f"{chance.choice(VOCABULARY)}{chance.randrange(1000)}" for _ in range(WORDS_IN_A_PARAGRAPH)]
        plain, bold, rest = " ".join(words[:30]), " ".join(words[30:32]), " ".join(words[32:])
        properties = "<w:rPr><w:b/></w:rPr>" if number % 7 == 0 else ""
        paragraphs.append(
            f'<w:p><w:r><w:t xml:space="preserve">{plain} </w:t></w:r><w:r>{properties}<w:t>{bold}</w:t></w:r>'
            f'<w:r><w:t xml:space="preserve"> {rest}</w:t></w:r></w:p>'
        )
    body = f'<w:document xmlns:w="{WORD}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
    override = f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/>'
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml", f'<Types xmlns="{OFFICE}/package/2006/content-types">{override}</Types>'
        )
        archive.writestr("word/document.xml", body)
        for number in range(megabytes):
            archive.writestr(f"word/media/image{number}.png", chance.randbytes(2**20), zipfile.ZIP_STORED)
    return output.getvalue()


def reversed_words(segment: Segment) -> SegmentPair:
    """A translation that is hard to put the formats into: the words in the opposite order."""
    words = segment.text.split()
    links = tuple(Link(at, len(words) - 1 - at) for at in range(len(words)))
    pair = Pair(segment.text, " ".join(reversed(words)), Origin.ENGINE, links=links)
    return SegmentPair(segment, (Span(0, len(segment.text)),), (pair,))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--pictures", type=int, default=0, metavar="MEGABYTES")
    args = parser.parse_args()
    data = word_file(args.pages, args.pictures)
    started = time.process_time()
    document: Document = docx.parse(data, "benchmark.docx")
    read = time.process_time()
    bitext = Bitext(document, tuple(map(reversed_words, document.segments)), Stamp("none", "none", ""))
    translated = time.process_time()
    docx.render(bitext)
    written = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{args.pages:,} pages, {len(data) / 2**20:,.1f} MB, {len(document.segments):,} segments")
    print(f"read in {read - started:.2f} s, written in {written - translated:.2f} s, at most {memory:,} MB of memory")


if __name__ == "__main__":
    main()
