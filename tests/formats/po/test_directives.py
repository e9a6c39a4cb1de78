from __future__ import annotations

import pytest

from translator.formats.po.directives import agreed, doubles_percent, format_of, written_percents


def test_the_format_is_told_by_a_flag() -> None:
    flags = ["fuzzy", "no-c-format", "python-brace-format"]
    assert [format_of(flags), format_of(flags[:2]), format_of(["c-format"])] == ["python-brace", "", "c"]


@pytest.mark.parametrize(
    ("format_name", "source", "target", "wanted"),
    [
        ("c", "%s hapus %d", "%s deleted %d", "%s deleted %d"),
        ("c", "%s hapus %d", "%d by %s", "%2$d by %1$s"),
        ("c", "%s %s %5.2f %%", "%5.2f %s %s %%", "%3$5.2f %1$s %2$s %%"),
        ("c", "%1$s %2$d", "%2$d %1$s", "%2$d %1$s"),
        ("c", "%*d %s", "%s %*d", None),
        ("c", "%s", "", None),
        ("c", "%s", "%s %s", None),
        ("c", "100%%", "100% done", None),
        ("python", "%s %d", "%d %s", None),
        ("python", "%(a)s %(b)d", "%(b)d %(a)s", "%(b)d %(a)s"),
        ("python-brace", "{a} {b}", "{b} {a}", "{b} {a}"),
        ("python-brace", "{a} {b}", "{a}", None),
        ("qt", "%1 %L2", "%L2 %1", "%L2 %1"),
        ("", "%s", "none", "none"),
    ],
)
def test_directives_agree_or_the_message_is_for_a_person(
    format_name: str, source: str, target: str, wanted: str | None
) -> None:
    assert agreed(target, source, format_name) == wanted


def test_a_percent_sign_is_read_as_one_and_written_as_two() -> None:
    assert [doubles_percent(name) for name in ("c", "python", "python-brace", "")] == [True, True, False, False]
    assert written_percents("100% of %d", "100%% dari %d", "c") == "100%% of %d"
    assert written_percents("100%%", "100%%", "") == "100%%"
