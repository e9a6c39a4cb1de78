from __future__ import annotations

from pathlib import Path

import pytest

from glossary import Abbreviations, EnglishSpelling
from translator import kept_files, term_lists
from translator.errors import TermListError


def test_the_later_list_wins_and_it_is_said(tmp_path: Path) -> None:
    first, second = tmp_path / "a.tsv", tmp_path / "b.tsv"
    first.write_text("Rusia\tRussia\nkota\ttown\n")
    second.write_text("kota\tcity\n")
    terms, notices = term_lists.load([first, second])
    assert {(term.source, term.targets) for term in terms} == {("Rusia", ("Russia",)), ("kota", ("city",))}
    assert len(notices) == 1
    assert "a.tsv:2" in notices[0]


def test_no_list_is_no_terms() -> None:
    terms, notices = term_lists.load([])
    assert (tuple(terms), notices) == ((), ())


def test_a_broken_list_is_an_error_of_ours_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("Rusia\tRussia\nkota\n")
    with pytest.raises(TermListError, match=r"a\.tsv:2: ") as caught:
        term_lists.load([tmp_path / "a.tsv"])
    assert (caught.value.exit_code, bool(caught.value.hint)) == (6, True)


def test_the_terms_of_default_lists_give_way_to_the_users(tmp_path: Path) -> None:
    user, board = tmp_path / "mine.tsv", tmp_path / "board.tsv"
    user.write_text("Staf Umum\tGeneral Staff\n")
    board.write_text("Kepala Staf Umum\tChief\nRusia\tRussia\n")
    lists = term_lists.in_force([user], [board])
    matcher, any_case = lists.matchers()
    assert [match.text for match in matcher.find("Kepala Staf Umum Rusia")] == ["Staf Umum", "Rusia"]
    assert [match.text for match in any_case.find("KEPALA STAF UMUM RUSIA")] == ["STAF UMUM", "RUSIA"]
    assert lists.notices == ()


def test_a_name_that_no_list_on_board_has_is_an_error_of_ours() -> None:
    with pytest.raises(TermListError, match="militer: no built-in glossary has this name"):
        term_lists.load([Path("militer")])


def test_what_a_list_had_to_say_when_it_was_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "windows.csv"
    path.write_bytes("S\xe3o;S\xe3o\n".encode("cp1252"))
    assert "read as cp1252" in term_lists.load([path])[1][0]


def test_abbreviations_and_spelling_of_default_lists_follow_the_settings_and_the_users_list_does_not(
    tmp_path: Path,
) -> None:
    rows = "source\ttarget\tkind\nKorgab\tJoint Defence|Joint Defense|Korgab\tabbreviation\n"
    user, board = tmp_path / "mine.tsv", tmp_path / "board.tsv"
    user.write_text(rows)
    board.write_text(rows)

    def targets(abbreviations: Abbreviations, spelling: EnglishSpelling | None = None) -> tuple[str, ...]:
        lists = term_lists.in_force([user], [board], abbreviations, spelling)
        assert [term.targets for term in lists.terms] == [("Joint Defence", "Joint Defense", "Korgab")]
        return lists.defaults[0].targets

    assert targets(Abbreviations.ENGLISH) == targets(Abbreviations.FIRST) == ("Joint Defence", "Joint Defense")
    assert targets(Abbreviations.KEEP) == ("Korgab",)
    assert targets(Abbreviations.ENGLISH, EnglishSpelling.AMERICAN) == ("Joint Defense",)
    assert targets(Abbreviations.ENGLISH, EnglishSpelling.BRITISH) == ("Joint Defence",)


def large(path: Path, target: str = "x") -> Path:
    """A list that is kept between runs, with a notice."""
    rows = [f"kata{number};{target} {number}" for number in range(term_lists.LEAST_KEPT)]
    path.write_bytes("\n".join([*rows, "S\xe3o;S\xe3o"]).encode("cp1252"))
    return path


def kept() -> list[Path]:
    if not kept_files.folder().exists():
        return []
    return sorted(kept_files.folder().iterdir())


def test_a_large_list_is_kept_and_comes_back_with_its_notices(tmp_path: Path) -> None:
    path = large(tmp_path / "a.csv")
    terms, notices = term_lists.load([path])
    assert len(kept()) == 1
    again, told = term_lists.load([path])
    assert (tuple(again), told) == (tuple(terms), notices)
    assert "read as cp1252" in notices[0]
    assert again[3].origin == f"{path}:4"


def test_what_is_kept_is_what_is_read_the_next_time(tmp_path: Path) -> None:
    path = large(tmp_path / "a.csv")
    term_lists.load([path])
    (file,) = kept()
    content = kept_files.load(file.name)
    assert content
    kept_files.keep(file.name, content.replace(b'x 7"', b'y 7"'))
    assert term_lists.load([path])[0][7].targets == ("y 7",)


def test_a_list_that_was_edited_or_moved_is_read_anew(tmp_path: Path) -> None:
    path = large(tmp_path / "a.csv")
    term_lists.load([path])
    assert term_lists.load([large(path, "y")])[0][7].targets == ("y 7",)
    moved = path.rename(tmp_path / "b.csv")
    assert term_lists.load([moved])[0][7].origin == f"{moved}:8"
    assert len(kept()) == 3


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    path = large(tmp_path / "a.csv")
    terms, _ = term_lists.load([path])
    (file,) = kept()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    assert tuple(term_lists.load([path])[0]) == tuple(terms)
    assert file.read_bytes() == whole


def test_a_small_list_and_a_broken_one_are_not_kept(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("Rusia\tRussia\n")
    term_lists.load([tmp_path / "a.tsv"])
    broken = large(tmp_path / "a.csv")
    broken.write_bytes(broken.read_bytes() + b"\nkota")
    for _ in range(2):
        with pytest.raises(TermListError, match="no target for 'kota'"):
            term_lists.load([broken])
    assert kept() == []


def test_the_built_in_lists_are_kept_apart_for_each_choice(tmp_path: Path) -> None:
    board = large(tmp_path / "board.csv")
    for abbreviations in Abbreviations:
        for spelling in (None, *EnglishSpelling):
            lists = term_lists.in_force([], [board], abbreviations, spelling)
            assert lists.defaults[0].term_list == "board"
    assert len(kept()) == len(Abbreviations) * (1 + len(EnglishSpelling))
