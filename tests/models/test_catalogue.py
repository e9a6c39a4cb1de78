"""The reviewed list of public models."""

from __future__ import annotations

import re

import pytest

from translator.errors import ModelError
from translator.models import catalogue, store


def test_every_entry_says_where_it_is_from_and_where_its_figure_is_from() -> None:
    for entry in catalogue.public_models():
        assert bool(entry.repository) != bool(entry.url), entry.name
        assert store.check_name(entry.name)
        assert entry.bleu
        assert all([entry.test, entry.bleu_source, entry.licence, entry.why, entry.notes, entry.engines])
        assert not entry.repository or re.fullmatch(r"[0-9a-f]{40}", entry.revision), "pinned to a commit"


def test_names_are_unambiguous() -> None:
    names = [name for entry in catalogue.public_models() for name in (entry.name, *entry.also)]
    assert len(names) == len(set(names))
    assert all(catalogue.find(name) == catalogue.known(name) for name in names)


def test_the_recommended_one_has_the_highest_bleu_and_a_mirror_serves_only_the_hub() -> None:
    listed = catalogue.public_models()
    assert catalogue.recommended(hub_only=False) == max(listed, key=lambda entry: entry.bleu or 0)
    assert catalogue.recommended(hub_only=True).repository == "Helsinki-NLP/opus-mt-id-en"


def test_any_repository_may_be_named_and_a_slip_gets_a_hint() -> None:
    entry = catalogue.find("someone/my-marian-id-en")
    assert (entry.name, entry.repository, entry.revision) == ("my-marian-id-en", "someone/my-marian-id-en", "main")
    with pytest.raises(ModelError, match="no model 'opus-mt-id-em' in the catalogue") as error:
        catalogue.find("opus-mt-id-em")
    assert error.value.hint == "did you mean opus-mt-id-en?"
    with pytest.raises(ModelError) as error:
        catalogue.find("tiada")
    assert "OWNER/NAME" in error.value.hint
