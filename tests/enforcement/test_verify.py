from __future__ import annotations

from dataclasses import replace

from glossary import Case, Matcher, Term
from tests.canned import hypothesis
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Placed, Task
from translator.enforcement.repairs.confirmation import confirm
from translator.enforcement.verify import term_uses

MATCHER = Matcher([Term("Rusia", ("Russia",), case=Case.EXACT)])


def test_a_true_draft_is_believed() -> None:
    source = "Rusia tiba"
    matches = tuple(MATCHER.find(source))
    draft = read(Task(source, matches), hypothesis(source, "Russia arrived"), Status.NATURAL)
    confirmed = confirm(draft)
    assert (confirmed.hypothesis, confirmed.placed) == (draft.hypothesis, draft.placed)


def test_a_claim_that_the_text_does_not_bear_out_is_not_believed() -> None:
    source = "Rusia tiba"
    matches = tuple(MATCHER.find(source))
    draft = read(Task(source, matches), hypothesis(source, "they arrived"), Status.NATURAL)
    false_claim = Placed(matches[0], Span(0, 4), "Russia", Status.SWAPPED)
    confirmed = confirm(replace(draft, placed=(false_claim,)))
    (use,) = term_uses(confirmed)
    assert use.status is Status.SPLICED
    assert use.target_span is not None
    assert use.target_span.of(confirmed.hypothesis.text) == "Russia"


def test_two_claims_on_one_place_are_one() -> None:
    source = "Rusia dan Rusia"
    matches = tuple(MATCHER.find(source))
    draft = read(Task(source, matches), hypothesis(source, "Russia and others"), Status.NATURAL)
    claim = draft.placed[0]
    assert claim is not None
    confirmed = confirm(replace(draft, placed=(claim, replace(claim, match=matches[1]))))
    assert [use.status for use in term_uses(confirmed)] == [Status.NATURAL, Status.SPLICED]
    assert confirmed.hypothesis.text.count("Russia") == 2
