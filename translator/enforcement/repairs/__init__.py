"""Repairs: functions from a draft to a draft that keeps more of what its source requires, in the order of REPAIRS."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from translator.enforcement.draft import Draft
from translator.enforcement.repairs.approximator_correction import correct_approximators
from translator.enforcement.repairs.articles import remove_doubled_articles
from translator.enforcement.repairs.brackets import restore_brackets
from translator.enforcement.repairs.capitals import capitalise
from translator.enforcement.repairs.compass_correction import correct_compass_points
from translator.enforcement.repairs.confirmation import confirm
from translator.enforcement.repairs.day_part_correction import correct_day_parts
from translator.enforcement.repairs.forbidden import replace_forbidden
from translator.enforcement.repairs.full_stops import remove_full_stops
from translator.enforcement.repairs.head_order import turn_heads
from translator.enforcement.repairs.insertion import insert_terms
from translator.enforcement.repairs.name_correction import correct_names
from translator.enforcement.repairs.name_order import order_names
from translator.enforcement.repairs.number_correction import correct_numbers
from translator.enforcement.repairs.number_insertion import insert_numbers
from translator.enforcement.repairs.ordinal_correction import correct_ordinals
from translator.enforcement.repairs.plurals import put_plurals
from translator.enforcement.repairs.range_correction import correct_ranges
from translator.enforcement.repairs.rank_brackets import remove_rank_brackets
from translator.enforcement.repairs.size_correction import correct_sizes
from translator.enforcement.repairs.slashes import join_slashed
from translator.enforcement.repairs.substitution import substitute
from translator.enforcement.repairs.unit_correction import correct_units
from translator.enforcement.repairs.verb_agreement import agree_with_plurals
from translator.enforcement.repairs.zone_correction import correct_zones

REPAIRS: tuple[Callable[[Draft], Draft], ...] = (
    remove_rank_brackets,
    replace_forbidden,
    correct_names,
    turn_heads,
    substitute,
    put_plurals,
    correct_sizes,
    correct_numbers,
    insert_numbers,
    correct_day_parts,
    correct_ordinals,
    correct_ranges,
    correct_zones,
    correct_units,
    correct_approximators,
    correct_compass_points,
    remove_full_stops,
    restore_brackets,
    join_slashed,
    insert_terms,
    order_names,
    agree_with_plurals,
    remove_doubled_articles,
    capitalise,
    confirm,
)


def repaired(draft: Draft) -> list[Draft]:
    """The draft after every repair; where a number was inserted also without that, for its place is a guess."""
    whole = _after(REPAIRS, draft)
    if not whole.inserted_numbers:
        return [whole]
    others = [repair for repair in REPAIRS if repair is not insert_numbers]
    return [whole, replace(_after(others, draft), needs_score=True)]


def _after(repairs: Iterable[Callable[[Draft], Draft]], draft: Draft) -> Draft:
    for repair in repairs:
        draft = repair(draft)
    return draft
