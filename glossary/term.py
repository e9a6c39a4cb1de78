"""The values of this package: terms, where they were found, and lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What sort of thing a term names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    RANK = "rank"
    UNIT = "unit"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    OPERATION = "operation"
    ABBREVIATION = "abbreviation"
    PHRASE = "phrase"


class Case(StrEnum):
    """How upper and lower case count."""

    EXACT = "exact"  # the source is found, and the target accepted, only as written
    FOLD = "fold"  # any case
    TRANSFER = "transfer"  # any case in the source, and the target takes it over


class TermStatus(StrEnum):
    """How far an entry has come."""

    APPROVED = "approved"  # in force
    PROPOSED = "proposed"  # waits for a person's yes; not in force
    RETIRED = "retired"  # kept on record; not in force


class VerbForm(StrEnum):
    """Which form of a verb stands in the text, as far as it matters for its English."""

    ROOT = "root"  # serang: attack, in orders and headlines; also a noun
    INFINITIVE = "infinitive"  # akan menyerang: attack
    ACTIVE = "active"  # menyerang, bertempur: attacked, news being told in the past
    PASSIVE = "passive"  # diserang, terserang: attacked
    ACTION = "action"  # penyerangan, kedatangan: attacking
    AGENT = "agent"  # penyerang: attacker


class Inflection(StrEnum):
    """The forms of an English verb, and the nouns made of it."""

    BASE = "base"  # attack
    THIRD_PERSON = "third person"  # attacks
    PAST = "past"  # attacked, took
    PARTICIPLE = "participle"  # attacked, taken
    GERUND = "gerund"  # attacking
    ACTION_NOUN = "noun of action"  # attack, deployment
    AGENT_NOUN = "noun of agent"  # attacker


USER_LIST = "user"  # the lists of the user, whatever their names


@dataclass(frozen=True, slots=True)
class Term:
    """An entry: what is found in Indonesian text, and what must stand for it in English.

    targets: the preferred translation first, then others that are accepted. variants: other spellings of the source.
    kind: None where the list does not say. origin: `file:line` of the row, for messages. forbidden: translations that
    must not stand for it. plural: may the English be a plural? None: as English has it. verb: the source is the root of
    a verb, and its derived forms are found too. domain: the field it belongs to. context: where it is used. reference:
    who attests it. needs: company, words of which one must stand beside the source; empty where it is found anywhere.
    term_list: the name of the built-in list that it comes from, or `user`.
    """

    source: str
    targets: tuple[str, ...]
    kind: TermKind | None = None
    case: Case = Case.FOLD
    variants: tuple[str, ...] = ()
    note: str = ""
    origin: str = ""
    forbidden: tuple[str, ...] = ()
    plural: bool | None = None
    verb: bool = False
    status: TermStatus = TermStatus.APPROVED
    domain: str = ""
    context: str = ""
    reference: str = ""
    needs: tuple[str, ...] = ()
    term_list: str = USER_LIST

    @property
    def kept(self) -> bool:
        """Is the term kept as it is: its only translation is its source, to the letter?"""
        return self.targets == (self.source,)

    @property
    def in_force(self) -> bool:
        """Must translations follow the term?"""
        return self.status is TermStatus.APPROVED


def deciding_fields(term: Term) -> tuple[object, ...]:
    """The fields of a term that can change a translation."""
    forms = term.forbidden, term.plural, term.verb, term.needs
    return term.source, term.targets, str(term.kind), term.case.value, term.variants, *forms


@dataclass(frozen=True, slots=True)
class Glossary:
    """A list of terms. name: the file it came from, for messages. notices: what its reader should be told."""

    name: str
    terms: tuple[Term, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text: characters [start, end), `text` the whole form found, clitics and doubling included.

    plural: the form doubles the term's head (`kapal-kapal perang`), so the English is a plural. verb_form: which form
    it is, where the entry is marked as a verb. required: False for a soft constraint, such as a name: where nothing
    tells its place, the translation may be without it. sentence_capital: of an entry whose English takes the case of
    the source, a capital that only its place at the beginning of a sentence gives it.
    """

    start: int
    end: int
    text: str
    term: Term
    plural: bool = False
    verb_form: VerbForm | None = None
    required: bool = True
    sentence_capital: bool = False


class GlossaryError(Exception):
    """A term list that cannot be used as it stands.

    message: `file:line: what was seen, what was wanted`. hint: what to do next.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
