from __future__ import annotations

from translator.document import Span
from translator.language.masking import Mask, mask, unmasked

PAGE = "https://contoh.example/berita?id=1"


def masked(text: str) -> str:
    return mask(text)[0]


def test_what_is_a_noun_of_its_sentence_has_a_stand_in_that_a_model_copies() -> None:
    assert mask(f"Lihat {PAGE} untuk rincian.") == (
        "Lihat XK untuk rincian.",
        (Mask(PAGE, Span(6, 6 + len(PAGE)), 6, "XK"),),
    )
    assert masked("Salin ~/a/b.txt ke `x y`, kata @panglima.") == "Salin XK ke ZB, kata ZMR."
    assert masked("Surat B-1/X/IV/2020 ({0})") == "Surat XK (ZB)"
    assert masked("Firma S&P memakai C++.") == "Firma XK memakai ZB."


def test_an_address_in_angle_brackets_is_taken_out_behind_the_name_that_it_belongs_to() -> None:
    assert masked("Tanya Wayan <wayan@desa.example>, ya.") == "Tanya Wayan, ya."
    assert masked("Hubungi <wayan@desa.example> atau lihat <https://desa.example>.") == "Hubungi XK atau lihat ZB."


def test_a_stand_in_is_none_of_the_words_of_the_text() -> None:
    assert masked("Kapal XK dan {0}") == "Kapal XK dan ZB"


def test_a_placeholder_of_a_number_has_a_number_as_its_stand_in() -> None:
    assert masked("Ada %d dari {0} berkas, {1}% selesai, Rp{2}.") == "Ada 47 dari 53 berkas, 68% selesai, Rp74."
    assert masked("Hapus {0} dari {1} berkas") == "Hapus XK dari 47 berkas"


def test_what_is_no_word_is_taken_out_with_one_space() -> None:
    assert masked("Kapal tiba 😀 tadi.") == "Kapal tiba tadi."
    assert masked("Kata <b>itu</b> benar[3].") == "Kata itu benar."
    assert masked("Selamat pagi #Jakarta #Timur").rstrip() == "Selamat pagi"


def test_a_placeable_that_is_part_of_a_word_is_taken_out() -> None:
    assert masked("Hari ke-{0} itu") == "Hari ke- itu"
    assert masked("buku{0} itu") == "buku itu"


def test_brackets_and_signs_that_a_model_does_not_know_have_others() -> None:
    assert masked("Pilih [Ya] atau {Tidak Ada}.") == "Pilih (Ya) atau (Tidak Ada)."
    assert masked("Meja 2 × 3 meter") == "Meja 2 x 3 meter"
    assert masked("Riset & uji") == "Riset dan uji"
    assert masked("Isi <sesuai dengan kartu>.") == "Isi (sesuai dengan kartu)."
    assert masked("Isi <Nama lengkap> di sini.") == "Isi XK di sini."
    assert masked("Harga < biaya") == "Harga biaya"


def test_a_formula_is_a_noun_with_its_numbers_in_english_notation() -> None:
    text, masks = mask("Hasilnya nyata (p<0,01) pada y=1.500.")
    assert (text, [each.text for each in masks]) == ("Hasilnya nyata (XK) pada ZB.", ["p<0.01", "y=1,500"])
    text, masks = mask("Rumus a=1;b=2,5 itu")
    assert (text, [each.text for each in masks]) == ("Rumus XK itu", ["a=1;b=2.5"])


def test_a_sign_between_a_word_and_a_number_parts_them() -> None:
    assert masked("Berat=7 kg, umur>9 tahun.") == "Berat: 7 kg, umur 9 tahun."
    assert masked("Luas=panjang×lebar, 2×3") == "Luas: panjang x lebar, 2x3"


def test_a_formula_that_meets_a_term_of_the_user_is_left_to_the_term() -> None:
    assert mask("Nilai BMI≥25", own=[Span(6, 9)])[0] == "Nilai BMI≥25"


def test_of_a_placeable_that_a_term_of_the_user_runs_into_the_rest_is_taken_out() -> None:
    text, masks = mask("Batalyon 12/ABC tiba.", own=[Span(0, 11)])
    assert (text, [each.text for each in masks]) == ("Batalyon 12 tiba.", ["/ABC"])
    assert mask("Batalyon 12/ABC tiba.", own=[Span(0, 8)])[0] == "Batalyon XK tiba."


def test_more_placeables_than_there_are_stand_ins_are_taken_out() -> None:
    text, masks = mask(" ".join(f"kapal {{{number}}}" for number in range(40)))
    assert (text.count("kapal"), text.count("{"), len(masks)) == (40, 0, 40)


def test_what_is_no_placeable_stays() -> None:
    for text in ("Kapal itu tiba.", "Harga Rp1.500.000 per unit", "a.n. Letjen. Budi", "pukul 10.30", "5 ` kaki"):
        assert mask(text) == (text, ())


def test_a_placeable_inside_a_kept_span_is_not_masked() -> None:
    text = "Peluncur C++ dan T#"
    assert mask(text, [Span(0, 12)])[0] == "Peluncur C++ dan XK"


def test_a_span_of_the_masked_text_is_found_in_the_whole() -> None:
    text = f"Lihat {PAGE} di kota, lalu humas@contoh.example di kapal S&P itu 😀 tadi."
    short, masks = mask(text)
    for word in ("Lihat", "kota", "kapal", "lalu", "itu", "tadi"):
        start = short.index(word)
        assert unmasked(Span(start, start + len(word)), masks).of(text) == word
    for each in masks[:3]:
        assert unmasked(each.masked, masks).of(text) == each.text
