from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.source.tokens import TOKEN, fold, folded, is_blank, key, plain, without_addresses


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kapal perang.", ["Kapal", " ", "perang", "."]),
        ("Al-Qur’an", ["Al", "-", "Qur’an"]),
        ("'Rusia'", ["'", "Rusia", "'"]),
        ("19.000, 3,5.", ["19.000", ",", " ", "3,5", "."]),
        ("Ru\u00adsia\u00ad x", ["Ru\u00adsia", " ", "x"]),
        ("Tome\u0301s", ["Tome\u0301s"]),
        ("a_b", ["a", "_", "b"]),
        (" \u00a0\n", [" \u00a0\n"]),
    ],
)
def test_text_falls_into_tokens(text: str, tokens: list[str]) -> None:
    assert [token.group() for token in TOKEN.finditer(text)] == tokens


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("KAPAL perang", "kapal\u00a0 Perang"), ("S\u00e3o", "Sa\u0303o"), ("Qur'an", "qur’an"), ("F-16", "f‑16")),
        *(("Ru\u200bsia", "rusia"), ("Straße", "STRASSE"), ("İstanbul", "i\u0307stanbul")),
    ],
)
def test_spellings_that_count_as_equal_have_one_key(first: str, second: str) -> None:
    assert key(first) == key(second)
    assert folded(first) == folded(second)


@pytest.mark.parametrize(
    ("text", "blank"), [("", True), (" \u200b", True), ("\u00ad", True), ("a", False), ("—", False)]
)
def test_what_cannot_be_seen_is_blank(text: str, blank: bool) -> None:
    assert is_blank(text) is blank


@given(st.text(max_size=30))
def test_a_text_is_folded_as_its_tokens_are(text: str) -> None:
    assert folded(text) == "".join(key(text))
    assert is_blank(text) == (key(text) == ())


@pytest.mark.parametrize(
    "address",
    ["https://x.example/a?b=c", "www.x.com/a", "a.b+c@x.co.id", "kemhan.go.id", "FTP://x/y", "x.org:80/a"],
)
def test_addresses_are_blotted_out(address: str) -> None:
    assert without_addresses(f"Rusia {address} Iran") == f"Rusia {chr(0) * len(address)} Iran"


@pytest.mark.parametrize(
    "text", ["Rusia. Iran", "A.H. Nasution", "19.000", "No.5", "dll.", "Rusia: //", "a @ b", "Kol.Inf."]
)
def test_what_is_no_address_stays(text: str) -> None:
    assert without_addresses(text) == text


@given(st.text(max_size=60))
def test_every_visible_character_is_in_one_token(text: str) -> None:
    spans = [token.span() for token in TOKEN.finditer(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(not plain(char).strip() for place, char in enumerate(text) if place not in covered)


@given(st.text(max_size=60))
def test_folding_and_masking_are_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(without_addresses(text)) == len(text)
