from __future__ import annotations

from translator.markup.office.namespaces import PREFIXES, Names

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def test_an_element_is_known_by_its_namespace_whatever_its_prefix() -> None:
    names = Names()
    assert names.enter("q:p", [("xmlns:q", WORD), ("xmlns", STRICT)], 0) == "w:p"
    assert [names.enter(name, [], 1) for name in ("q:r", "t", "z:t")] == ["w:r", "w:t", "?z:t"]


def test_a_namespace_ends_with_the_element_that_declares_it() -> None:
    names = Names()
    names.enter("a", [("xmlns", WORD)], 0)
    assert names.enter("a", [("xmlns", "urn:other")], 1) == "?a"
    names.leave(1)
    assert names.enter("a", [], 1) == "w:a"


def test_no_two_vocabularies_share_a_prefix_but_the_two_forms_of_one() -> None:
    of_prefix: dict[str, list[str]] = {}
    for address, prefix in PREFIXES.items():
        of_prefix.setdefault(prefix, []).append(address)
    doubled = [prefix for prefix, addresses in of_prefix.items() if len(addresses) > 1]
    assert doubled == ["w", "p", "x", "a", "c", "dgm", "pic", "wp", "xdr", "m", "r"]
