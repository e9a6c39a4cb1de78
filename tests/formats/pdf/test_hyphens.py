from __future__ import annotations

import pytest

from translator.formats.pdf.hyphens import WrittenWords, joined_lines, words_of

NONE = WrittenWords(frozenset(), frozenset())


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Kapal itu tiba di pelabuh-", "an lama.", "Kapal itu tiba di pelabuhan lama."),
        ("penyakit paru-", "paru itu", "penyakit paru-paru itu"),
        ("semua kapal-", "kapalnya", "semua kapal-kapalnya"),
        ("ia berlari-", "lari", "ia berlari-lari"),
        ("pasar sayur-", "mayur", "pasar sayur-mayur"),
        ("warga non-", "Muslim", "warga non-Muslim"),
        ("tahun 2019-", "2023", "tahun 2019-2023"),
        ("dan/", "atau", "dan/atau"),
        ("Kapal itu", "tiba.", "Kapal itu tiba."),
        ("Jakarta -", "Kapal", "Jakarta - Kapal"),
    ],
)
def test_a_hyphen_goes_only_where_a_word_was_cut(before: str, after: str, whole: str) -> None:
    assert joined_lines(before, after, NONE) == whole


def test_the_rest_of_the_document_tells_what_a_word_is() -> None:
    words = words_of(["lihat hulu-hilir sungai", "ada pertanian besar", "satu ibu dan kota lain"])
    assert joined_lines("dari hulu-", "hilir", words) == "dari hulu-hilir"
    assert joined_lines("lahan perta-", "nian", words) == "lahan pertanian"
    assert joined_lines("sebuah ibu-", "kota", words) == "sebuah ibu-kota"


def test_words_at_the_edges_of_a_line_may_be_cut_and_do_not_count() -> None:
    assert words_of(["an lama dari hulu-hilir pelabuh"]) == WrittenWords({"hulu-hilir"}, {"lama", "dari"})
