"""Padan's sentence rules for other tools: `segmentation.srx` (SRX 2.0) and `segmentation.conf` (OmegaT 3).

With them a tool for translators cuts an Indonesian document where Padan cuts it, so that the segments are found in
Padan's TMX. The rules say what the splitter does with the words of its list; what it does with rare cases, such as list
markers inside a sentence, no list of patterns says. Run it again when the list of words has changed:

    python examples/omegat/sentence_rules.py

Source of the format: SRX 2.0, https://www.gala-global.org/srx-20-april-7-2008, sections 4.3 and 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from translator.language.sentence_words import lexicon

FOLDER = Path(__file__).parent

_ALONE = r"(?<![\p{L}\p{N}])"  # no letter or digit stands before
_CLOSING = r"[\"'”’»)\]}]*(?:\[\d{1,3}\])*"
_OPENING = r"\s+(?:[-–—•*] +)?[\"'“‘«(\[{¿¡*_]*"
_CAPITAL = _OPENING + r"\p{Lu}"


class SentenceRule(NamedTuple):
    """Is there a border between what matches `before` and what matches `after`? The first rule that matches decides."""

    is_border: bool
    before: str
    after: str


def rules() -> list[SentenceRule]:
    """The rules, the first of which that matches decides."""
    words = lexicon()
    degrees, titles = _listed("degree"), _listed("title")
    letters = "|".join(sorted(words.letter))
    labels = "|".join(sorted(words.label))
    starters = "|".join([word[0].upper() + word[1:] for word in sorted(words.starter)])
    return [
        SentenceRule(False, r"^\s*\(?(?:\d{1,3}|\p{L}|[ivxIVX]{2,5})[.)]", r"\s"),
        SentenceRule(False, rf"^\s*(?i:{labels})\s+(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])\.", r"\s"),
        SentenceRule(False, _ALONE + titles, r"\s"),
        SentenceRule(False, _ALONE + _listed("number"), r"\s+(?:\d|[IVXLC]+(?!\p{L}))"),
        SentenceRule(True, _ALONE + _listed("number"), _CAPITAL),
        SentenceRule(True, _ALONE + _listed("ender"), _CAPITAL),
        SentenceRule(True, r"\." + _CLOSING, rf"{_OPENING}(?:{starters})(?!\p{{L}})"),
        SentenceRule(True, rf",\s{degrees}", rf"\s+(?!(?:{degrees}|{titles}))\p{{Lu}}"),
        SentenceRule(False, _ALONE + _listed("middle", "degree"), r"\s"),
        SentenceRule(True, rf"(?:\s|^)(?:(?i:{letters})|\d)\s[A-Z]\.", _CAPITAL),
        SentenceRule(False, rf"{_ALONE}(?:\p{{Lu}}|(?:\p{{L}}{{1,6}}\.)+\p{{L}}{{1,6}})\.", r"\s"),
        SentenceRule(False, rf"{_ALONE}(?<!\d\s)[A-Z]?[bcdfghjklmnpqrstvwxyz]{{1,4}}\.", r"\s"),
        SentenceRule(True, r"[.!?…]*[!?][.!?…]*" + _CLOSING, rf"{_OPENING}[\p{{Lu}}\d]"),
        SentenceRule(True, r"(?<![.…])\." + _CLOSING, rf"{_OPENING}[\p{{Lu}}\d]"),
        SentenceRule(True, r"[.…]+" + _CLOSING, _CAPITAL),
    ]


def _listed(*kinds: str) -> str:
    """The abbreviations of these kinds; the longest first, because the first that matches is taken."""
    found = [word for word, kind in lexicon().abbreviations.items() if kind in kinds]
    return f"(?:{_any_of(found)})"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


def srx() -> str:
    """The rules in the standard form."""
    lines = []
    for rule in rules():
        border = "yes" if rule.is_border else "no"
        before, after = escape(rule.before), escape(rule.after)
        lines.append(
            f'<rule break="{border}"><beforebreak>{before}</beforebreak><afterbreak>{after}</afterbreak></rule>\n'
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<srx xmlns="http://www.lisa.org/srx20" version="2.0">\n'
        '<header segmentsubflows="yes" cascade="no"/>\n<body>\n<languagerules>\n'
        f'<languagerule languagerulename="Indonesian">\n{"".join(lines)}</languagerule>\n</languagerules>\n'
        '<maprules><languagemap languagepattern="(?i)(?:id|in|ind).*" languagerulename="Indonesian"/></maprules>\n'
        "</body>\n</srx>\n"
    )


def conf() -> str:
    """The rules as OmegaT 3 keeps them in a project's folder `omegat`."""
    objects = []
    for rule in rules():
        before, after = escape(rule.before), escape(rule.after)
        objects.append(
            '<void method="add"><object class="org.omegat.core.segmentation.Rule">'
            f'<void property="afterbreak"><string>{after}</string></void>'
            f'<void property="beforebreak"><string>{before}</string></void>'
            f'<void property="breakRule"><boolean>{str(rule.is_border).lower()}</boolean></void></object></void>\n'
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<java version="1.8.0" class="java.beans.XMLDecoder">\n'
        '<object class="org.omegat.core.segmentation.SRX"><void property="mappingRules">'
        '<object class="java.util.ArrayList"><void method="add">'
        '<object class="org.omegat.core.segmentation.MapRule">\n'
        '<void property="language"><string>Indonesian</string></void>'
        '<void property="pattern"><string>(?i)(?:id|in|ind).*</string></void>'
        f'<void property="rules"><object class="java.util.ArrayList">\n{"".join(objects)}</object></void>'
        '</object></void></object></void><void property="version"><string>0.2.2</string></void></object>\n</java>\n'
    )


def main() -> None:
    (FOLDER / "segmentation.srx").write_text(srx(), "utf-8")
    (FOLDER / "segmentation.conf").write_text(conf(), "utf-8")


if __name__ == "__main__":
    main()
