from __future__ import annotations

import pytest

from glossary.target.conjugation import accepted, inflected
from glossary.term import VerbForm

WRITTEN = (VerbForm.INFINITIVE, VerbForm.ACTIVE, VerbForm.PASSIVE, VerbForm.ACTION, VerbForm.AGENT)


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("attack", "attack attacked attacked attacking attacker"),
        ("stop", "stop stopped stopped stopping stopper"),
        ("bomb", "bomb bombed bombed bombing bomber"),
        ("shoot", "shoot shot shot shooting shooter"),
        ("take", "take took taken taking taker"),
        ("patrol", "patrol patrolled patrolled patrolling patroller"),
        ("kidnap", "kidnap kidnapped kidnapped kidnapping kidnapper"),
        ("deploy", "deploy deployed deployed deploying deployer"),
        ("occupy", "occupy occupied occupied occupying occupier"),
        ("die", "die died died dying dier"),
        ("flee", "flee fled fled fleeing fleer"),
        ("free", "free freed freed freeing freer"),
        ("visit", "visit visited visited visiting visiter"),
        ("target", "target targeted targeted targeting targeter"),
        ("ambush", "ambush ambushed ambushed ambushing ambusher"),
    ],
)
def test_what_must_be_written_for_each_form(target: str, wanted: str) -> None:
    assert [inflected(target, form) for form in WRITTEN] == wanted.split()


def test_of_several_words_the_first_is_the_verb() -> None:
    assert inflected("shoot down", VerbForm.PASSIVE) == "shot down"
    assert "shooting down" in accepted("shoot down", VerbForm.ACTIVE)


@pytest.mark.parametrize(
    ("target", "forms"),
    [
        ("attack", "attack attacks attacked attacking"),
        ("travel", "travel travels traveled travelled traveling travelling"),
        ("carry", "carry carries carried carrying"),
        ("go", "go goes went gone going"),
        ("push", "push pushes pushed pushing"),
    ],
)
def test_each_form_of_the_verb_is_accepted(target: str, forms: str) -> None:
    assert set(accepted(target, VerbForm.ACTIVE)) == set(forms.split())


@pytest.mark.parametrize(
    ("target", "noun"),
    [
        *(("attack", "attackers"), ("deploy", "deployment"), ("arrive", "arrival"), ("occupy", "occupation")),
        *(("evacuate", "evacuation"), ("visit", "visitor"), ("bomb", "bombings"), ("occupy", "occupiers")),
    ],
)
def test_a_noun_of_the_verb_is_accepted_where_the_indonesian_is_one(target: str, noun: str) -> None:
    assert noun in accepted(target, VerbForm.ACTION)
    assert noun not in accepted(target, VerbForm.PASSIVE)


@pytest.mark.parametrize(
    ("verb", "past"),
    [("limit", "limited"), ("offer", "offered"), ("differ", "differed"), ("submit", "submitted"), ("label", "labeled")],
)
def test_the_last_letter_is_doubled_where_the_stress_is_on_it(verb: str, past: str) -> None:
    assert inflected(verb, VerbForm.ACTIVE) == past
    assert past in accepted(verb, VerbForm.ACTIVE)
