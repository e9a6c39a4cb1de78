"""What the elements of a paragraph are, in one table per vocabulary: text documents, drawings, sheets, OpenDocument.

An element that a table does not name is BESIDE: it has no words, and travels as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from translator.markup.office.tree import CHARACTERS

NO_LIMIT = 2**31  # characters


class ElementKind(Enum):
    RUN = auto()
    PROPERTIES = auto()  # of a run: its format
    TEXT = auto()
    BLANKS = auto()  # an element that stands for them
    HYPHEN = auto()  # one that is no place to break a line
    WRAPPER = auto()  # stands around runs
    LINK = auto()  # a wrapper that no other link may stand in
    HEAD = auto()  # of a paragraph or a wrapper: stays before its runs
    TAIL = auto()  # of a paragraph: stays behind its runs
    BREAK = auto()  # ends a segment
    NOISE = auto()  # says what a program thought of the words that were there, and goes with them
    BESIDE = auto()
    FIELD = auto()  # a field in one element
    FIELD_CHARACTER = auto()  # begins a field, ends it, or parts its code from its result
    FIELD_CODE = auto()
    RANGE_START = auto()
    RANGE_END = auto()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """kinds: of elements, by name. noise: what in the properties of a run changes nothing that a reader sees.

    paragraph: the element whose runs are one text. run, text: names without a prefix. hidden: the property of runs that
    nobody sees. keeps_blanks: blanks at the edges of a text count also where it does not say so. room: how many
    characters a text may have. has_spans: the words stand in the paragraph itself, a run is a span around some of them,
    and `text` is the name of what stands for blanks.
    """

    paragraph: frozenset[str]
    kinds: Mapping[str, ElementKind]
    noise: re.Pattern[str]
    run: str = "r"
    text: str = "t"
    hidden: str = ""
    keeps_blanks: bool = True
    room: int = NO_LIMIT
    has_spans: bool = False


def _kinds(prefix: str, **names: str) -> dict[str, ElementKind]:
    """The table of a vocabulary: for each kind the names of its elements."""
    kinds = {}
    for kind, listed in names.items():
        for name in listed.split():
            kinds[f"{prefix}:{name}"] = ElementKind[kind.upper()]
    return kinds


WML = Vocabulary(
    paragraph=frozenset({"w:p"}),
    kinds=_kinds(
        "w",
        run="r",
        properties="rPr",
        text="t",
        hyphen="noBreakHyphen",
        wrapper="ins moveTo smartTag sdt sdtContent customXml dir bdo",
        link="hyperlink",
        head="pPr sdtPr sdtEndPr smartTagPr customXmlPr",
        noise="proofErr lastRenderedPageBreak softHyphen",
        field="fldSimple",
        field_character="fldChar",
        field_code="instrText",
        range_start="bookmarkStart commentRangeStart permStart moveToRangeStart customXmlInsRangeStart",
        range_end="bookmarkEnd commentRangeEnd permEnd moveToRangeEnd customXmlInsRangeEnd",
        **{"break": "tab ptab br cr"},
    ),
    noise=re.compile(r"<(?:\w+:)?(?:lang|noProof|bCs|iCs|szCs)\b[^<>]*/>|\s(?:\w+:)?rsid\w*=\"[^\"]*\""),
    hidden="w:vanish",
    keeps_blanks=False,
)
DML = Vocabulary(
    paragraph=frozenset({"a:p"}),
    kinds=_kinds(
        "a", run="r", properties="rPr", text="t", head="pPr", tail="endParaRPr", field="fld", **{"break": "br"}
    ),
    noise=re.compile(r"\s(?:lang|altLang|dirty|err|smtClean|smtId|noProof|kumimoji|bmk)=\"[^\"]*\""),
)
SML = Vocabulary(
    paragraph=frozenset({"x:si", "x:is", "x:text"}),
    kinds=_kinds("x", run="r", properties="rPr", text="t", tail="rPh phoneticPr"),
    noise=re.compile(r"(?!)"),
    keeps_blanks=False,
    room=32_767,  # of a cell: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
)
# OpenDocument 1.3, part 3: https://docs.oasis-open.org/office/OpenDocument/v1.3/
ODF = Vocabulary(
    paragraph=frozenset({"text:p", "text:h"}),
    kinds=_kinds(
        "text",
        run="span",
        blanks="s",
        wrapper="meta placeholder ruby text-input",
        link="a",
        head="number label",
        field="author-initials author-name bibliography-mark bookmark-ref chapter character-count"
        " conditional-text creation-date creation-time creator database-display database-name"
        " database-row-number date dde-connection description editing-cycles editing-duration"
        " execute-macro expression file-name hidden-text image-count initial-creator keywords measure"
        " meta-field modification-date modification-time note-ref object-count page-continuation"
        " page-count page-number page-variable-get paragraph-count printed-by print-date print-time"
        " reference-ref sequence sequence-ref sheet-name subject table-count table-formula template-name"
        " time title user-defined user-field-get user-field-input variable-get variable-input"
        " variable-set word-count",
        range_start="bookmark-start reference-mark-start change-start toc-mark-start user-index-mark-start"
        " alphabetical-index-mark-start",
        range_end="bookmark-end reference-mark-end change-end toc-mark-end user-index-mark-end"
        " alphabetical-index-mark-end",
        **{"break": "tab line-break"},
    )
    | {
        CHARACTERS: ElementKind.TEXT,
        "loext:content-control": ElementKind.WRAPPER,
        "loext:list-item": ElementKind.HEAD,
        "field:fieldmark-start": ElementKind.BREAK,
        "field:fieldmark-separator": ElementKind.BREAK,
        "field:fieldmark-end": ElementKind.BREAK,
        "office:annotation": ElementKind.RANGE_START,
        "office:annotation-end": ElementKind.RANGE_END,
    },
    noise=re.compile(r"language|country|script|rfc-language-tag|.*rsid|.*-asian|.*-complex"),  # attributes, whole
    run="span",
    text="s",
    has_spans=True,
)
