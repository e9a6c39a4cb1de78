from __future__ import annotations

from translator.markup.message_choices import has_choices


def test_a_message_with_choices_is_known_by_its_syntax() -> None:
    texts = ["{n, plural, other {# kapal}}", "Ada { jenis ,select, a {x} other {y}}", "{nama}, pilih", "{n}, plural, x"]
    assert [has_choices(text) for text in texts] == [True, True, False, False]
