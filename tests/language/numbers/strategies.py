"""Values written in Indonesian, in every form that is read."""

from __future__ import annotations

from hypothesis import strategies as st

_WHOLE = st.sampled_from(["nol", "satu", "lima", "sepuluh", "dua belas"])
_DECIMALS = st.sampled_from(["tiga", "dua lima", "nol lima", "dua belas"])
_SCALES = st.sampled_from(["ribu", "juta", "miliar", "triliun"])
_DAYS, _MONTHS, _YEARS = st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2099)


def grouped(value: int, decimals: str = "") -> str:
    """A value as Indonesian writes it: 1.234.567,89."""
    whole = f"{value:,}".replace(",", ".")
    return f"{whole},{decimals}" if decimals else whole


AMOUNTS = st.builds(grouped, st.integers(0, 10**15 - 1), st.text("0123456789", max_size=4))
VALUES = st.one_of(
    AMOUNTS,
    st.builds("{} {}".format, st.integers(1, 9999).map(grouped), _SCALES),
    st.builds("{},{} {}".format, st.integers(1, 999), st.integers(0, 99), _SCALES),
    st.builds("pukul {:02}.{:02}".format, st.integers(0, 24), st.integers(0, 59)),
    st.builds("{0}{3}{1}{3}{2}".format, _DAYS, _MONTHS, _YEARS, st.sampled_from("/-.")),
    st.builds("({}/{})".format, _DAYS, _MONTHS),
    st.builds("{}/{}/{:02}".format, _DAYS, _MONTHS, st.integers(0, 99)),
    st.builds("ke-{}".format, st.integers(2, 999)),
    st.builds("{}{}".format, st.integers(1, 99), st.sampled_from("½¼¾⅓⅔⅛")),
    st.builds("1:{}".format, st.integers(1000, 10**7).map(grouped)),
    st.builds("{} koma {} persen".format, _WHOLE, _DECIMALS),
    st.builds(
        "{} setengah {}".format,
        st.sampled_from(["satu", "dua", "tiga", "sepuluh"]),
        st.sampled_from(["jam", "juta", "tahun", "kilometer", "orang"]),
    ),
    st.sampled_from(["seperempat", "tiga perempat", "dua pertiga", "setengah jam", "puluhan ribu", "jutaan", "¾"]),
    st.sampled_from(["abad XIX", "Perang Dunia II", "Kodam XVII/Cenderawasih", "106°49'10\" BT", "6°10′ LS", "10⁶"]),
    st.sampled_from(["12/PUU-XVI/2018", "34/2004", "2021/2022", "1½ juta", "2 1/2", "T-72", "192.168.1.1"]),
)
