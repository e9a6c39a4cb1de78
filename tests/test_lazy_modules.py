from __future__ import annotations

import sys

import pytest

from translator.lazy_modules import LazyModules

LISTED: LazyModules[object] = LazyModules("json", {".a": "decoder", ".b": "decoder", ".c": "tool"})


def test_a_module_is_imported_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "json.tool", raising=False)
    assert ".c" in LISTED
    assert ".d" not in LISTED
    assert (list(LISTED), len(LISTED), LISTED.get(".d")) == ([".a", ".b", ".c"], 3, None)
    assert "json.tool" not in sys.modules
    assert LISTED[".c"] is sys.modules["json.tool"]


def test_two_keys_may_share_a_module() -> None:
    assert LISTED[".a"] is LISTED[".b"]
    with pytest.raises(KeyError):
        LISTED[".d"]
