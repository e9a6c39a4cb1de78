from __future__ import annotations

from collections import Counter

from tests.bilingual.sample import sample
from translator.bilingual.html.counts import PageCounts, counted


def test_the_head_counts_sentences_words_terms_and_findings() -> None:
    severities = Counter({"error": 2, "warning": 2})
    assert counted(sample().pairs()) == PageCounts(12, 108, 20, 19, severities=severities)
