"""The user's folders, as the XDG Base Directory Specification places them."""

from __future__ import annotations

from pathlib import Path

from translator import folders


def test_each_variable_places_its_folder() -> None:
    environment = {"XDG_CONFIG_HOME": "/a", "XDG_DATA_HOME": "/b", "XDG_CACHE_HOME": "/c"}
    found = [folders.config(environment), folders.data(environment), folders.cache(environment)]
    assert found == [Path("/a/padan"), Path("/b/padan"), Path("/c/padan")]


def test_without_a_variable_or_with_a_relative_one_the_usual_folder_is_meant(own_home: Path) -> None:
    usual = [own_home / ".config/padan", own_home / ".local/share/padan", own_home / ".cache/padan"]
    for environment in ({}, {"XDG_CONFIG_HOME": "a", "XDG_DATA_HOME": "../b", "XDG_CACHE_HOME": ""}):
        assert [folders.config(environment), folders.data(environment), folders.cache(environment)] == usual
