"""The toy corpus, prepared once."""

from pathlib import Path

import pytest

from tests.training.toy import write_corpus, write_diagonal_links
from training.draws import Draws
from training.prepare import prepare


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("toy") / "corpus")


@pytest.fixture(scope="session")
def data(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    prepare(corpus, folder, Draws({"all": {"news": 1, "bible": 0.25}}), vocabulary=None, size=61)
    write_diagonal_links(folder)
    return folder
