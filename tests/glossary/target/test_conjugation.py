from __future__ import annotations

import pytest

from glossary.target.conjugation import accepted, inflected, inflections
from glossary.term import Inflection, VerbForm

WRITTEN = (Inflection.BASE, Inflection.THIRD_PERSON, Inflection.PAST, Inflection.PARTICIPLE, Inflection.GERUND)


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("attack", "attack attacks attacked attacked attacking"),
        ("stop", "stop stops stopped stopped stopping"),
        ("bomb", "bomb bombs bombed bombed bombing"),
        ("shoot", "shoot shoots shot shot shooting"),
        ("take", "take takes took taken taking"),
        ("patrol", "patrol patrols patrolled patrolled patrolling"),
        ("kidnap", "kidnap kidnaps kidnapped kidnapped kidnapping"),
        ("deploy", "deploy deploys deployed deployed deploying"),
        ("occupy", "occupy occupies occupied occupied occupying"),
        ("die", "die dies died died dying"),
        ("flee", "flee flees fled fled fleeing"),
        ("free", "free frees freed freed freeing"),
        ("visit", "visit visits visited visited visiting"),
        ("target", "target targets targeted targeted targeting"),
        ("ambush", "ambush ambushes ambushed ambushed ambushing"),
        ("undergo", "undergo undergoes underwent undergone undergoing"),
        ("foresee", "foresee foresees foresaw foreseen foreseeing"),
        ("outsell", "outsell outsells outsold outsold outselling"),
        ("mislead", "mislead misleads misled misled misleading"),
        ("repay", "repay repays repaid repaid repaying"),
        ("welcome", "welcome welcomes welcomed welcomed welcoming"),
        ("relay", "relay relays relayed relayed relaying"),
    ],
)
def test_what_must_be_written_for_each_form(target: str, wanted: str) -> None:
    assert [inflected(target, inflection) for inflection in WRITTEN] == wanted.split()
    assert all(inflection in inflections(inflected(target, inflection)) for inflection in WRITTEN)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("took", [Inflection.PAST]),
        ("taken", [Inflection.PARTICIPLE]),
        ("Hit", [Inflection.BASE, Inflection.PAST, Inflection.PARTICIPLE]),
        ("come", [Inflection.BASE, Inflection.PARTICIPLE]),
        ("freed", [Inflection.PAST, Inflection.PARTICIPLE]),
        ("underwent", [Inflection.PAST]),
        ("resent", [Inflection.BASE]),
        ("outcome", [Inflection.BASE]),
        *((word, [Inflection.BASE]) for word in ("bring", "need", "red", "pass", "present", "shed")),
    ],
)
def test_the_letters_of_a_word_tell_what_form_it_may_be(word: str, wanted: list[Inflection]) -> None:
    assert inflections(word) == set(wanted)


@pytest.mark.parametrize(
    ("target", "action", "agent"),
    [
        ("attack", "attack", "attacker"),
        ("elect", "election", ""),
        ("construct", "construction", ""),
        ("send", "sending", "sender"),
        ("replace", "replacement", "replacement"),
        ("treat", "treatment", ""),
        ("take hostage", "", ""),
        ("fall in action", "", ""),
    ],
)
def test_a_noun_is_written_only_where_english_has_it(target: str, action: str, agent: str) -> None:
    assert inflected(target, Inflection.ACTION_NOUN) == action
    assert inflected(target, Inflection.AGENT_NOUN) == agent


def test_of_several_words_the_first_is_the_verb() -> None:
    assert inflected("shoot down", Inflection.PARTICIPLE) == "shot down"
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
        *(
            ("evacuate", "evacuation"),
            ("visit", "visitor"),
            ("expel", "expulsion"),
            ("seize", "seizures"),
            ("bomb", "bombings"),
            ("occupy", "occupiers"),
        ),
    ],
)
def test_a_noun_of_the_verb_is_accepted_where_the_indonesian_is_one(target: str, noun: str) -> None:
    assert noun in accepted(target, VerbForm.ACTION)
    assert noun not in accepted(target, VerbForm.PASSIVE)


@pytest.mark.parametrize(
    ("verb", "past"),
    [
        ("limit", "limited"),
        ("offer", "offered"),
        ("differ", "differed"),
        ("submit", "submitted"),
        ("label", "labeled"),
        ("rebut", "rebutted"),
        ("wiretap", "wiretapped"),
        ("panic", "panicked"),
    ],
)
def test_the_last_letter_is_doubled_where_the_stress_is_on_it_and_c_becomes_ck(verb: str, past: str) -> None:
    assert inflected(verb, Inflection.PAST) == past
    assert past in accepted(verb, VerbForm.ACTIVE)
