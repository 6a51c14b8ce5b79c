"""A person's computed dates, as the viewer may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypedDict, cast

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from timecomp.models import Computation
from timecomp.selectors.certified import Certified, certified
from timecomp.selectors.exceptions import OpenException, open_exceptions, sees_mixed_facts
from timecomp.selectors.frozen import OFFENDER_DATES, SENTENCE_DATES
from timecomp.selectors.record_reading import CURRENT
from timecomp.selectors.shown_whole import shown_whole
from timecomp.selectors.words import CREDIT_WORDS, DATE_WORDS, regime_words

LIFE = "Life: no date"
NOT_SETTLED = "Not settled"
NO_DATE = "No date"
# The dates by which sentences are compared; the others are shown where the sentence has them.
BRIEF_DATES = ("start", "net_minimum", "parole_eligibility", "net_maximum")


class StoredSentence(TypedDict):
    """One sentence of stored results."""

    id: str
    regime: str | None
    credits: Mapping[str, Mapping[str, int] | int]
    disciplinary_time_days: int


@dataclass(frozen=True, slots=True)
class OverriddenLine:
    """That a clerk's decision holds instead of the computed date, and until when."""

    system_value: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date with its name; the words stand where there is none. ``key`` leads to the why."""

    key: str
    label: str
    day: date | None
    words: str
    controlling: str = ""
    overridden: OverriddenLine | None = None
    official_day: date | None = None
    is_official: bool | None = None


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Days of one kind of credit on the minimum and the maximum."""

    label: str
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class SentenceDates:
    """The dates and credits of one sentence."""

    label: str
    regime: str
    brief: tuple[DateLine, ...]
    days: tuple[DateLine, ...]
    credits: tuple[CreditLine, ...]
    forfeited: int
    restored: int
    disciplinary_time_days: int


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A day by or from which somebody has to act; it moves no other date."""

    title: str
    sentence: str
    day: date
    rule: str


@dataclass(frozen=True, slots=True)
class PersonDates:
    """What stands for a person: his dates, each sentence's, and what is still to be settled."""

    computation: object
    days: tuple[DateLine, ...]
    sentences: tuple[SentenceDates, ...]
    deadlines: tuple[DeadlineLine, ...]
    exceptions: tuple[OpenException, ...]
    certified: Certified | None

    def sentence(self, label: str) -> SentenceDates | None:
        """Return the dates of the sentence of that letter, if it has any."""
        return next((each for each in self.sentences if each.label == label), None)

    def whole(self, chosen: str) -> tuple[SentenceDates, ...]:
        """Return the sentences to show whole: all of a few, else the controlling or the chosen."""
        labels = tuple(each.label for each in self.sentences)
        controlling = (line.controlling for line in self.days)
        shown = shown_whole(labels, controlling, chosen)
        return tuple(each for each in self.sentences if each.label in shown)


def standing_computation(reading: Reading, person_id: int) -> Computation | None:
    """Return the computation that stands for a person in reach, for selectors to show parts of."""
    stored = in_scope(reading.viewer, Computation.objects.filter(CURRENT), person="person")
    return stored.select_related("actor").filter(person_id=person_id).first()


def person_dates(reading: Reading, person_id: int) -> PersonDates | None:
    """Return the person's dates; None where nothing is computed or the viewer sees no dates."""
    if not reading.sees(Computation, "results"):
        return None
    stored = standing_computation(reading, person_id)
    if stored is None:
        return None
    exceptions = open_exceptions(reading, person_id)
    sentences = cast("list[StoredSentence]", stored.results["sentences"])
    official = certified(reading, stored)
    return PersonDates(
        computation=reading.masked(stored),
        days=tuple(_offender_line(stored, name, official) for name in OFFENDER_DATES),
        sentences=tuple(_sentence_dates(stored, each) for each in sentences),
        deadlines=_deadlines(reading, stored),
        exceptions=exceptions,
        certified=official,
    )


def _offender_line(stored: Computation, name: str, official: Certified | None) -> DateLine:
    day: date | None = getattr(stored, name)
    controlling = {
        "earliest_release_date": stored.controlling_minimum,
        "maximum_discharge_date": stored.controlling_maximum,
    }.get(name, "")
    return DateLine(
        key=name,
        label=DATE_WORDS[name],
        day=day,
        words=_no_date_words(stored, name, controlling),
        controlling=controlling,
        overridden=_overridden(stored, None, name),
        official_day=official.official_days[name] if official else None,
        is_official=official.is_official(name) if official and (day or official.official) else None,
    )


def _no_date_words(stored: Computation, name: str, controlling: str) -> str:
    """A life sentence controls without a date; otherwise something is open or does not apply."""
    if controlling:
        return LIFE
    if name == "parole_discharge_date" or not stored.exception_count:
        return NO_DATE
    return NOT_SETTLED


def _sentence_dates(computation: Computation, stored: StoredSentence) -> SentenceDates:
    line = partial(_sentence_line, computation, stored)
    credits = stored["credits"]
    return SentenceDates(
        label=stored["id"],
        regime=regime_words(stored["regime"]) if stored["regime"] else "",
        brief=tuple(map(line, BRIEF_DATES)),
        days=tuple(each for each in map(line, SENTENCE_DATES) if each.day or each.overridden),
        credits=tuple(_credits(credits)),
        forfeited=cast(int, credits["forfeited"]),
        restored=cast(int, credits["restored"]),
        disciplinary_time_days=stored["disciplinary_time_days"],
    )


def _sentence_line(computation: Computation, stored: StoredSentence, name: str) -> DateLine:
    found = cast("Mapping[str, str | None]", stored).get(name)
    day = date.fromisoformat(found) if found else None
    overridden = _overridden(computation, stored["id"], name)
    return DateLine(f"{stored['id']}-{name}", DATE_WORDS[name], day, NO_DATE, overridden=overridden)


def _overridden(stored: Computation, sentence: str | None, name: str) -> OverriddenLine | None:
    for each in stored.results.get("overrides", ()):
        if (each["sentence"], each["date_name"]) == (sentence, name):
            return OverriddenLine(_day(each["system_value"]), _day(each["until"]))
    return None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _deadlines(reading: Reading, stored: Computation) -> tuple[DeadlineLine, ...]:
    # A deadline often is a day of parole, of custody or of an order itself.
    if not sees_mixed_facts(reading):
        return ()
    return tuple(_deadline(each) for each in stored.results.get("deadlines", ()))


def _deadline(stored: Mapping[str, str | None]) -> DeadlineLine:
    return DeadlineLine(
        title=str(stored["title"]),
        sentence=stored["sentence"] or "",
        day=date.fromisoformat(str(stored["day"])),
        rule=str(stored["rule"]),
    )


def _credits(credits: Mapping[str, Mapping[str, int] | int]) -> list[CreditLine]:
    lines = []
    for name, label in CREDIT_WORDS.items():
        days = cast("Mapping[str, int]", credits[name])
        if days["minimum"] or days["maximum"]:
            lines.append(CreditLine(label, days["minimum"], days["maximum"]))
    return lines
