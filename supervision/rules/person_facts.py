"""A person's dated facts as the suggestions ask for them, and how they are read from JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from supervision.rules.outcomes import KNOWN, outcome_word
from supervision.rules.violation_codes import LEAST_SEVERE, ViolationType, violation_codes
from timecomp.engine.json_fields import Fields


class Kind(StrEnum):
    """What a person is supervised under."""

    PROBATION = "probation"
    PAROLE = "parole"


class Grade(StrEnum):
    """The grade of an offense."""

    FELONY = "felony"
    MISDEMEANOR = "misdemeanor"


class Proof(StrEnum):
    """How far a violation is shown."""

    ALLEGED = "alleged"
    ADMITTED = "admitted"
    PROVED = "proved"
    NOT_PROVED = "not_proved"
    WITHDRAWN = "withdrawn"

    @property
    def stands(self) -> bool:
        """Whether it is still held against the person."""
        return self not in {Proof.NOT_PROVED, Proof.WITHDRAWN}


class Result(StrEnum):
    """What a test showed."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    DILUTE = "dilute"
    MISSED = "missed"
    REFUSED = "refused"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Supervision:
    """The supervision that runs."""

    kind: Kind
    grade: Grade | None
    level: str
    started_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation; several of one `transaction` are one episode."""

    code: str
    on: date
    state: Proof
    transaction: str
    severity: int
    discovered_on: date


@dataclass(frozen=True, slots=True)
class Due:
    """Something due once, and what became of it."""

    kind: str
    due_on: date
    outcome: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class DrugTest:
    """A drug or alcohol test."""

    on: date
    result: Result


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge that is pending."""

    on: date
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Sanction:
    """A sanction for a technical violation in this term."""

    on: date
    jail_days: int
    transaction: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from, up to the day of release or recall, which is the first one free; or going on."""

    since: date
    until: date | None
    kind: str

    def holds_on(self, day: date) -> bool:
        """Whether it runs on the day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Everything a suggestion is made from."""

    id: str
    as_of: date
    supervision: Supervision
    violations: tuple[Violation, ...] = ()
    appointments: tuple[Due, ...] = ()
    contacts: tuple[date, ...] | None = None
    tests: tuple[DrugTest, ...] = ()
    pending_charges: tuple[Charge, ...] = ()
    technical_sanctions: tuple[Sanction, ...] = ()
    custody: tuple[Stretch, ...] = ()
    warrants: tuple[Stretch, ...] = ()
    obligations: tuple[Due, ...] = ()

    @property
    def in_custody(self) -> bool:
        """Whether the person is held on the day asked about."""
        return any(each.holds_on(self.as_of) for each in self.custody)

    @property
    def has_warrant(self) -> bool:
        """Whether a warrant is active on the day asked about."""
        return any(each.holds_on(self.as_of) for each in self.warrants)


def parse_people(document: object) -> list[PersonFacts]:
    """The people of a document, one or a list; raises ``DocumentError`` naming the place."""
    if isinstance(document, Mapping):
        return [_person(Fields("person", document))]
    return [_person(each) for each in Fields.objects("", document)]


def _person(given: Fields) -> PersonFacts:
    has_contacts = given.get("contacts") is not None
    return PersonFacts(
        id=given.text("id"),
        as_of=given.day("as_of"),
        supervision=_supervision(_needed_part(given, "supervision")),
        violations=tuple(_violations(given)),
        appointments=tuple(_due("contact", each) for each in given.parts("appointments")),
        contacts=tuple(_contact(given)) if has_contacts else None,
        tests=tuple(
            DrugTest(each.day("on"), each.choice("result", Result)) for each in given.parts("tests")
        ),
        pending_charges=tuple(_charge(each) for each in given.parts("pending_charges")),
        technical_sanctions=tuple(
            _sanction(n, each) for n, each in enumerate(given.parts("technical_sanctions"))
        ),
        custody=tuple(map(_stretch, given.parts("custody"))),
        warrants=tuple(map(_stretch, given.parts("warrants"))),
        obligations=tuple(
            _due(each.optional_text("kind") or "obligation", each)
            for each in given.parts("obligations")
        ),
    )


def _needed_part(given: Fields, key: str) -> Fields:
    given.need(key, "an object")
    return given.part(key) or Fields(f"{given.place}.{key}", {})


def _supervision(given: Fields) -> Supervision:
    return Supervision(
        kind=given.choice("type", Kind),
        grade=_grade(given, "offense_class"),
        level=given.optional_text("level") or "",
        started_on=given.optional_day("started_on"),
        ends_on=given.optional_day("ends_on"),
    )


def _grade(given: Fields, key: str) -> Grade | None:
    return None if given.get(key) is None else given.choice(key, Grade)


def _violations(given: Fields) -> Iterator[Violation]:
    """Read the violations; what is information by its code is none."""
    for place, each in enumerate(given.parts("violations")):
        violation = _violation(place, each)
        known = violation_codes().get(violation.code)
        if known is None or known.type is not ViolationType.INFORMATION:
            yield violation


def _violation(place: int, given: Fields) -> Violation:
    code = given.text("code")
    known = violation_codes().get(code)
    severity = given.number("severity", least=1, most=LEAST_SEVERE)
    if severity is None and known is None:
        raise given.wrong("code", "is no code of the catalogue; give its severity, 1 to 7, too.")
    on = given.day("on")
    discovered_on = given.optional_day("discovered_on") or on
    if discovered_on < on:
        raise given.wrong("discovered_on", f"is before the violation itself, {on.isoformat()}.")
    state = given.get("state")
    return Violation(
        code=code,
        on=on,
        state=Proof.ALLEGED if state is None else given.choice("state", Proof),
        transaction=given.optional_text("transaction") or f"#{place}",
        severity=severity or (known.severity if known else LEAST_SEVERE),
        discovered_on=discovered_on,
    )


def _due(kind: str, given: Fields) -> Due:
    outcome = outcome_word(given.optional_text("outcome") or "")
    if outcome not in KNOWN:
        raise given.wrong(
            "outcome",
            "is no outcome; give kept, excused, unexcused, rescheduled, cancelled, scheduled or "
            "an outcome code such as UAAB.",
        )
    return Due(
        kind=given.optional_text("kind") or kind,
        due_on=given.day("due_on"),
        outcome=outcome,
        done_on=given.optional_day("done_on"),
    )


def _contact(given: Fields) -> list[date]:
    return [each.day("on") for each in given.parts("contacts")]


def _charge(given: Fields) -> Charge:
    return Charge(given.day("on"), _grade(given, "class"))


def _sanction(place: int, given: Fields) -> Sanction:
    return Sanction(
        on=given.day("on"),
        jail_days=given.number("jail_days") or 0,
        transaction=given.optional_text("transaction") or f"#{place}",
    )


def _stretch(given: Fields) -> Stretch:
    since = given.optional_day("from") or given.optional_day("on") or given.day("from")
    until = given.optional_day("to")
    if until is not None and until < since:
        raise given.wrong("to", f"is before its beginning, {since.isoformat()}.")
    return Stretch(
        since=since,
        until=until,
        kind=(given.optional_text("kind") or given.optional_text("reason") or "").lower(),
    )
