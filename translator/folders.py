"""The user's folders for Padan, as the XDG Base Directory Specification (version 0.8) places them.

A value that is not an absolute path is ignored, as the specification asks.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

NAME = "padan"


def config(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the user's padan.toml lies."""
    return _folder(environment, "XDG_CONFIG_HOME", "~/.config")


def data(environment: Mapping[str, str] = os.environ) -> Path:
    """Where models are kept that were pulled or imported."""
    return _folder(environment, "XDG_DATA_HOME", "~/.local/share")


def cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Where things lie that can be made again, such as converted models."""
    return _folder(environment, "XDG_CACHE_HOME", "~/.cache")


def _folder(environment: Mapping[str, str], variable: str, default: str) -> Path:
    root = Path(environment.get(variable, ""))
    if not root.is_absolute():
        root = Path(os.path.expanduser(default))
    return root / NAME
