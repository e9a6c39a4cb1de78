from __future__ import annotations

from pathlib import Path

from translator.bitext import Finding, Origin, Pair, SegmentPair, Severity
from translator.document import Document, Place, Segment, Span
from translator.pipeline.join import BitextDraft, add_findings
from translator.spool import BLOCK, Spool

LONG = "a" * BLOCK  # so that each segment is a block of its own


def segment(text: str) -> Segment:
    return Segment(text, Place(Span(0, len(text)), 1))


def findings(*messages: str) -> tuple[Finding, ...]:
    return tuple([Finding("check", Severity.WARNING, message) for message in messages])


def draft(folder: Path) -> BitextDraft:
    return BitextDraft(Spool(folder, held=1))


def test_a_segment_is_whole_with_the_pair_of_its_last_sentence(tmp_path: Path) -> None:
    made = draft(tmp_path)
    segments = segment("Satu. Dua."), segment("Tiga.")
    sentences = made.sentences(Document("a", segments, None))
    assert list(sentences) == ["Satu.", "Dua.", "Tiga."]
    pairs = [Pair(text, text.upper(), Origin.ENGINE) for text in ("Satu.", "Dua.", "Tiga.")]
    made.add(pairs[0])
    assert list(made.whole) == []
    made.add(pairs[1])
    made.add(pairs[2])
    assert list(made.whole) == [
        SegmentPair(segments[0], (Span(0, 5), Span(6, 10)), tuple(pairs[:2])),
        SegmentPair(segments[1], (Span(0, 5),), (pairs[2],)),
    ]


def test_a_segment_without_a_sentence_stays_in_its_place(tmp_path: Path) -> None:
    made = draft(tmp_path)
    segments = segment(""), segment("Satu."), segment("")
    for text in made.sentences(Document("a", segments, None)):
        made.add(Pair(text, text, Origin.ENGINE))
    assert [each.segment for each in made.whole] == list(segments)


def test_the_findings_of_a_document_stand_behind_those_of_their_pairs(tmp_path: Path) -> None:
    made = draft(tmp_path)
    texts = [LONG, f"{LONG}. Dua.", LONG, LONG]
    document = Document("a", tuple(map(segment, texts)), None)
    for text in made.sentences(document):
        made.add(Pair(text, text, Origin.ENGINE, findings=findings("own")))
    found = [(2, findings("first")[0]), (4, findings("second")[0]), (2, findings("third")[0])]
    add_findings(made.whole, found)
    expected = [("own",), ("own",), ("own", "first", "third"), ("own",), ("own", "second")]
    pairs = [pair for each in made.whole for pair in each.pairs]
    assert [pair.findings for pair in pairs] == [findings(*messages) for messages in expected]
