from __future__ import annotations

from itertools import product
from pathlib import Path

from glossary import Term, lint_file, mine, render
from glossary.mining.proposals import MinedExample
from glossary.term import Case, TermStatus

TEXT = [
    ("Kapal patroli itu tiba di Tanjung Sari.", "The patrol boat arrived at Cape Sari."),
    ("Tiga kapal patroli berlayar dari Tanjung Sari.", "Three patrol boats sailed from Cape Sari."),
    ("Warga Tanjung Sari melihat kapal patroli.", "People of Cape Sari saw a patrol boat."),
    ("Kota itu tenang.", "The town is quiet."),
    ("Kapal patroli menunggu.", "The patrol boat waits."),
]
LINKS = [
    *(
        [(0, 2), (1, 1), (2, 0), (3, 3), (4, 4), (5, 5), (6, 6)],
        [(0, 0), (1, 2), (2, 1), (3, 3), (4, 4), (5, 5), (6, 6)],
    ),
    *([(0, 0), (1, 2), (2, 3), (3, 4), (4, 7), (5, 6)], [(0, 1), (1, 0), (2, 3)], [(0, 2), (1, 1), (2, 3)]),
]
EXAMPLES = [MinedExample(source, target, links) for (source, target), links in zip(TEXT, LINKS, strict=True)]


def test_names_come_first_then_phrases_with_their_counts() -> None:
    found = [(each.source, each.target, each.name, each.count, each.total) for each in mine(EXAMPLES)]
    assert found == [("Tanjung Sari", "Cape Sari", True, 3, 3), ("kapal patroli", "patrol boat", False, 3, 4)]


def test_a_proposal_waits_for_a_persons_yes_and_has_an_example() -> None:
    name, phrase = (each.term() for each in mine(EXAMPLES))
    assert (name.case, phrase.case, name.status) == (Case.EXACT, Case.FOLD, TermStatus.PROPOSED)
    assert (phrase.note, phrase.context) == ("3 of 4", " = ".join(TEXT[0]))


def test_what_a_glossary_has_is_not_proposed() -> None:
    known = [Term("kapal patroli", ("patrol vessel",)), Term("Tanjung", ("Cape",))]
    assert [each.source for each in mine(EXAMPLES, known)] == ["Tanjung Sari"]


def test_rare_phrases_are_not_proposed() -> None:
    assert [each.source for each in mine(EXAMPLES, least=3)] == ["Tanjung Sari", "kapal patroli"]
    assert mine(EXAMPLES, least=4) == []


def test_without_links_words_are_aligned_by_their_company() -> None:
    who = {"Warga": "Citizens", "Prajurit": "Soldiers", "Nelayan": "Fishermen", "Pedagang": "Traders"}
    what = {"melihat": "saw", "meninggalkan": "left", "membela": "defended"}
    where = {"Laut Biru": "Blue Sea", "Gunung Batu": "Mount Stone", "Teluk Panjang": "Long Bay"}
    bare = [
        MinedExample(f"{who_id} itu {what_id} {where_id}.", f"The {who_en.lower()} {what_en} {where_en}.")
        for (who_id, who_en), (what_id, what_en), (where_id, where_en) in product(
            *(d.items() for d in (who, what, where))
        )
    ]
    assert {each.source: each.target for each in mine(bare) if each.name} == where


def test_nothing_gives_nothing() -> None:
    assert mine([]) == []
    assert mine([MinedExample("", ""), MinedExample("!", "?")]) == []


def test_proposals_are_a_glossary_that_lints(tmp_path: Path) -> None:
    path = tmp_path / "proposals.tsv"
    path.write_bytes(render([each.term() for each in mine(EXAMPLES)], path)[0])
    assert lint_file(path) == []
