"""The built-in lists are sound, every row says what it is and who says so, and the military one finds its terms."""

from __future__ import annotations

import json
import re
from itertools import groupby, pairwise
from pathlib import Path

import pytest

import glossary
from glossary import Case, Glossary, Matcher, ProblemSeverity, TermKind, lint_file, load, occurrences

DATA = Path(glossary.__file__).parent / "data"
LISTS = sorted(path.name for path in DATA.glob("*.tsv"))
AT_LEAST = {"military.tsv": 1800}
CASES = json.loads((Path(__file__).parents[1] / "cases" / "military_list.json").read_text("utf-8"))

ONE_SENSE = {"AS", "RI", "RRT", "RRC", "UEA", "NTB", "NTT", "PBB", "DPR", "MPR", "LSM", "RUU", "TKI", "WNI", "TNI"}
ONE_SENSE |= {"ASN", "BBM", "DBD", "HAM", "IMB", "KTP", "NIK", "PNS", "SMA", "SMK", "SMP", "THR", "WNA"}
AS_FREE_AS_THE_NAME = {"AGO", "US", "USA", "UK", "UN", "EU", "UAE", "USSR", "DRC", "PRC", "HQ", "WWI", "WWII", "WWIII"}


@pytest.fixture(params=LISTS, name="listed")
def one_of_the_lists(request: pytest.FixtureRequest) -> Glossary:
    return load(DATA / request.param)


@pytest.fixture(scope="module", name="military")
def the_military_list() -> Matcher:
    return Matcher(load(DATA / "military.tsv").terms)


def test_there_is_a_military_list() -> None:
    assert "military.tsv" in LISTS


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_no_errors(name: str) -> None:
    assert [problem for problem in lint_file(DATA / name) if problem.severity is ProblemSeverity.ERROR] == []


def test_the_military_list_has_no_warnings_either() -> None:
    assert lint_file(DATA / "military.tsv") == []


@pytest.mark.parametrize(("name", "terms"), AT_LEAST.items())
def test_a_list_is_as_large_as_it_says(name: str, terms: int) -> None:
    assert len(load(DATA / name).terms) >= terms


def test_every_row_has_a_kind_a_section_and_a_reference(listed: Glossary) -> None:
    assert [term.source for term in listed.terms if not (term.kind and term.domain and term.reference)] == []


def test_no_spelling_stands_in_two_rows(listed: Glossary) -> None:
    owner: dict[str, str] = {}
    twice = []
    for term in listed.terms:
        for spelling in (term.source, *term.variants):
            written = spelling if term.case is Case.EXACT else spelling.casefold()
            if owner.setdefault(written, term.source) != term.source:
                twice.append((spelling, owner[written], term.source))
    assert twice == []


def test_sections_are_whole_and_sorted(listed: Glossary) -> None:
    sections = [(name, [term.source.casefold() for term in group]) for name, group in groupby(listed.terms, _domain)]
    assert len({name for name, _ in sections}) == len(sections)
    assert [source for _, sources in sections for earlier, source in pairwise(sources) if earlier > source] == []


def _domain(term: glossary.Term) -> str:
    return term.domain


def test_targets_are_listed_once(listed: Glossary) -> None:
    wrong = []
    for term in listed.terms:
        targets = term.targets if term.case is Case.EXACT else tuple(map(str.casefold, term.targets))
        if len(set(targets)) < len(targets):
            wrong.append(term.source)
    assert wrong == []


def test_an_abbreviation_of_the_military_list_says_what_it_stands_for() -> None:
    terms = load(DATA / "military.tsv").terms
    assert [term.source for term in terms if term.kind is TermKind.ABBREVIATION and not term.note] == []


def test_a_rank_says_where_it_stands() -> None:
    ranks = [t for t in load(DATA / "military.tsv").terms if t.kind is TermKind.RANK and t.case is Case.TRANSFER]
    titles = {"inspektur jenderal", "Komisaris Jenderal"}  # of civil bodies too
    without = [t.source for t in ranks if not re.search(r"\bO[FR]-\d", t.note)]
    assert (len(ranks) > 60, set(without)) == (True, titles)


@pytest.mark.parametrize(("text", "wanted"), CASES["found"])
def test_the_military_list_finds(military: Matcher, text: str, wanted: list[list[str]]) -> None:
    assert [[match.text, match.term.targets[0]] for match in military.find(text)] == wanted


@pytest.mark.parametrize("text", CASES["not found"])
def test_the_military_list_leaves_alone(military: Matcher, text: str) -> None:
    assert military.find(text) == []


@pytest.mark.parametrize(("text", "english"), CASES["accepted"])
def test_what_is_right_stands(military: Matcher, text: str, english: list[str]) -> None:
    (match,) = military.find(text)
    assert [one for one in english if not occurrences(one, match)] == []


@pytest.mark.parametrize(("text", "english"), CASES["refused"])
def test_what_is_wrong_does_not_stand(military: Matcher, text: str, english: list[str]) -> None:
    (match,) = military.find(text)
    assert [one for one in english if occurrences(one, match)] == []


def test_a_short_abbreviation_stays_as_it_is_or_needs_company(listed: Glossary) -> None:
    alone = []
    for term in listed.terms:
        for spelling in (term.source, *term.variants):
            if re.fullmatch("[A-Z]{2,3}", spelling) and not term.needs and spelling not in term.targets[:1]:
                alone.append(spelling)
    assert set(alone) <= ONE_SENSE


def test_a_long_form_is_not_met_by_its_abbreviation_in_brackets(listed: Glossary) -> None:
    met = []
    for term in listed.terms:
        is_name = term.kind is not TermKind.ABBREVIATION and " " in term.source
        for target in term.targets[1:]:
            if is_name and re.fullmatch("[A-Z]{2,5}", target) and target not in AS_FREE_AS_THE_NAME:
                met.append((term.source, target))
    assert met == []


def test_the_pages_say_how_large_the_lists_are() -> None:
    pages = "".join((DATA / page).read_text("utf-8") for page in ("README.md", "README.places.md"))
    sizes = {name: f"{len(load(DATA / name).terms):,}" for name in LISTS}
    assert {name: size for name, size in sizes.items() if size not in pages} == {}
