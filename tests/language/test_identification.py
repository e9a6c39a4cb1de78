from __future__ import annotations

import pytest

from translator.language.identification import Language, document_language, identify, is_foreign


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pasukan itu tiba di pelabuhan kemarin.", Language.INDONESIAN),
        ("Laporan Tahunan", Language.INDONESIAN),
        ("Hasil survei online dan hackathon", Language.INDONESIAN),
        ("Menteri itu membaca The Art of War di markas.", Language.INDONESIAN),
        ("The troops came to the harbour yesterday.", Language.ENGLISH),
        ("Table of Contents", Language.ENGLISH),
        ("Annual Report", Language.ENGLISH),
        ("A Plan", Language.ENGLISH),
        ("No. 1 s.d. 25", Language.UNKNOWN),
        ("The Jakarta Post said that Prabowo had left.", Language.ENGLISH),
        ("Les soldats sont dans le port avec des navires.", Language.OTHER),
        ("Die Soldaten sind nicht mit dem Schiff gekommen.", Language.OTHER),
        ("De soldaten zijn niet met het schip gekomen.", Language.OTHER),
        ("Los soldados no están en el puerto.", Language.OTHER),
        ("Joko Widodo", Language.UNKNOWN),
        ("T-72, F-16", Language.UNKNOWN),
        ("", Language.UNKNOWN),
    ],
)
def test_the_language_of_a_line_is_known(text: str, language: Language) -> None:
    assert identify(text) is language


def test_only_what_is_not_indonesian_is_foreign() -> None:
    assert is_foreign("The troops came to the harbour yesterday.")
    assert not is_foreign("Pasukan itu tiba di pelabuhan kemarin.")


def test_a_line_that_tells_too_little_follows_its_document() -> None:
    english = document_language(["Annual Report", "The troops came to the harbour.", "Summary"])
    assert english is Language.ENGLISH
    assert is_foreign("Summary", english)
    assert not is_foreign("Summary", document_language(["Laporan Tahunan", "Pasukan itu tiba di pelabuhan."]))
    assert not is_foreign("Summary")


def test_a_mixed_document_is_indonesian() -> None:
    texts = ["Pasukan itu tiba di pelabuhan.", "The troops came to the harbour.", "They left."]
    assert document_language(texts) is Language.INDONESIAN
    assert document_language([]) is Language.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Le navire a quitté le port après l'attaque.",
        "O navio deixou o porto ontem à noite, mas não voltou.",
        "Guten Morgen",
        "Kapal punika sampun dugi wonten Surabaya.",
    ],
)
def test_other_languages_are_known_by_their_words_and_accents(text: str) -> None:
    assert identify(text) is Language.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Film The Lord of the Rings tayang kemarin.",
        "Lagu Let It Be enak.",
        "Rumus: a² + b²",
        "Data personal",
        "Login gagal",
        "Menu",
    ],
)
def test_short_lines_and_titles_do_not_make_a_line_foreign(text: str) -> None:
    assert not is_foreign(text)
