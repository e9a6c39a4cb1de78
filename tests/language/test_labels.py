from __future__ import annotations

import pytest

from translator.document import Span
from translator.language.labels import without_label


def parts(text: str) -> list[str]:
    return [span.of(text) for span in without_label(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("PEREMPUAN: Jangan pergi.", "PEREMPUAN:"),
        ("ANAK LAKI-LAKI 2: Ibu!", "ANAK LAKI-LAKI 2:"),
        ("[SUARA DARI LUAR] Buka pintunya!", "[SUARA DARI LUAR]"),
        ("- (BERBISIK) Diam.", "- (BERBISIK)"),
        ("Hasil rapat: Anggaran naik.", "Hasil rapat:"),
        ("Ibu: Makan dulu, Nak.", "Ibu:"),
        (">> PEMBAWA ACARA: Selamat datang.", ">> PEMBAWA ACARA:"),
        ("[Tepuk tangan] Terima kasih.", "[Tepuk tangan]"),
        ("Perihal: LAPORAN KEUANGAN TAHUNAN", "Perihal:"),
        ("Menetapkan: KEPUTUSAN KEPALA DESA No. 4 TENTANG AIR MINUM.", "Menetapkan:"),
        ("- [SUARA SIRENE] CEPAT LARI!", "- [SUARA SIRENE]"),
    ],
)
def test_a_label_is_parted_from_its_sentence(text: str, label: str) -> None:
    assert parts(text) == [label, text[len(label) + 1 :]]


@pytest.mark.parametrize(
    "text",
    [
        "BMKG: Gempa itu tidak merusak.",
        "Ketua: rapat dimulai.",
        "Ketua: Dewi Lestari",
        "Ketua: DEWI LESTARI",
        "Kapal: KRI BUNG TOMO",
        "CATATAN: DILARANG MASUK",
        "PERINGATAN:",
        "TNI menang.",
        "[Pasukan] itu mundur.",
        "[WARN] Peladen aktif.",
        "[2] Buku itu hilang.",
    ],
)
def test_abbreviations_names_and_lines_in_capitals_stay_whole(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    "wanted",
    [
        ["Harga", ": Rp 1.500"],
        ["1. Nama lengkap", ": budi"],
        ["No. Telp", ": 0812"],
        ["Hari", "/Tanggal", ": Senin, 4 Oktober 2023"],
        ["Hari", "/ Tanggal", ": Senin"],
        ["Tempat", "/Tgl. Lahir", ": Surabaya"],
        ["Laki-laki", "/Perempuan", ": 5"],
        ["Mengetahui", "/Menyetujui,"],
    ],
)
def test_the_label_of_a_form_is_parted_before_its_colon_and_at_slashes(wanted: list[str]) -> None:
    text = " ".join(wanted).replace(" /M", "/M").replace(" /T", "/T").replace(" /P", "/P")
    assert parts(text) == wanted


@pytest.mark.parametrize(
    "text", ["Skala 1 : 5", "perbandingan itu : 5", "TNI/Polri", "Ya/Tidak", "Ia makan/minum di sana.", "Harga :"]
)
def test_ratios_small_letters_and_other_slashes_stay(text: str) -> None:
    assert parts(text) == [text]


def test_a_label_and_a_cue_may_both_begin_a_sentence() -> None:
    assert parts("[Musik] PRIA: Ayo!") == ["[Musik]", "PRIA:", "Ayo!"]
    assert parts("PRIA: [tertawa] Ayo!") == ["PRIA:", "[tertawa]", "Ayo!"]
