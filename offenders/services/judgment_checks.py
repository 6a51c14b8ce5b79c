"""What a clerk's eye would catch in a judgment before it is recorded.

Each check takes the judgment and what the record knows around it, and yields objections. One
that ``may_stand`` is recorded all the same once the clerk says that the judgment is so written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from offenders import choices
from offenders.selectors.terms import length_in_words
from offenders.services.judgment_entry import Length, Terms
from offenders.services.refusals import Objection

Kind = choices.SentenceKind
WITH_MINIMUM = frozenset({Kind.INDETERMINATE})
WITHOUT_LENGTH = frozenset({Kind.LIFE})
TICK = "If the judgment says so, tick “Record as the judgment is written”."


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the record knows around a judgment on the day it is entered."""

    today: date
    entered_on: date
    offense_date: date | None = None
    birth_date: date | None = None
    arrested_on: date | None = None
    statute_name: str = ""
    statutory_maximum: Length | None = None
    own_sentence_id: int | None = None
    sentences_to_follow: frozenset[int] = frozenset()
    # Those that run after the sentence itself, directly or through others.
    sentences_that_follow: frozenset[int] = frozenset()


Check = Callable[[Terms, Surroundings], Iterator[Objection]]


def check_days(terms: Terms, around: Surroundings) -> Iterator[Objection]:
    """Birth, offence, sentence and judgment follow each other, and none is still to come."""
    if terms.sentenced_on > around.today:
        yield Objection("sentenced_on", "The sentence cannot be imposed on a day still to come.")
    if around.entered_on > around.today:
        yield Objection("entered_on", "The judgment cannot be signed on a day still to come.")
    if around.entered_on < terms.sentenced_on:
        yield Objection(
            "entered_on", "The judgment cannot be signed before the sentence was imposed."
        )
    if terms.surrendered_on is not None and terms.surrendered_on < terms.sentenced_on:
        yield Objection("surrendered_on", "Nobody reports for a sentence before it is imposed.")
    if around.offense_date is None:
        return
    if terms.sentenced_on < around.offense_date:
        yield Objection(
            "sentenced_on",
            f"The sentence cannot be imposed before the offense on {_day(around.offense_date)}.",
        )
    if around.birth_date and around.offense_date <= around.birth_date:
        yield Objection(
            "offense_date", f"The person was born on {_day(around.birth_date)}: check the day."
        )


def check_lengths(terms: Terms, around: Surroundings) -> Iterator[Objection]:
    """A kind of sentence states the lengths it has, and no others."""
    if terms.kind in WITHOUT_LENGTH:
        if terms.minimum or terms.maximum:
            yield Objection("maximum", "A life sentence has no other length: leave it empty.")
        return
    if not terms.maximum and not terms.is_life_maximum:
        yield Objection("maximum", "Give the length: years, months or days.")
    if terms.maximum and terms.is_life_maximum:
        yield Objection("maximum", "The maximum is either life or a length, not both.")
    if terms.kind in WITH_MINIMUM and not terms.minimum:
        yield Objection("minimum", "An indeterminate sentence has a minimum.")
    if terms.kind not in WITH_MINIMUM and terms.minimum:
        yield Objection(
            "minimum",
            "Only an indeterminate sentence has a minimum: enter the length as the maximum.",
        )


def check_minimum_within_maximum(terms: Terms, around: Surroundings) -> Iterator[Objection]:
    """The minimum is not longer than the maximum."""
    if terms.is_life_maximum or not terms.maximum:
        return
    if terms.minimum.parts() > terms.maximum.parts():
        yield Objection("minimum", "The minimum is longer than the maximum.")


def check_statutory_maximum(terms: Terms, around: Surroundings) -> Iterator[Objection]:
    """The maximum is within what the statute allowed on the day of the offense.

    A habitual notice may raise it; by how much is for the law to say, so this only asks.
    """
    allowed = around.statutory_maximum
    if allowed is None or terms.kind == Kind.PROBATION:
        return
    start = terms.sentenced_on
    is_longer = terms.is_life_maximum or terms.maximum.after(start) > allowed.after(start)
    if not is_longer:
        return
    raised = (
        " A habitual notice may raise it."
        if terms.habitual_level
        else " No habitual notice is entered that could raise it."
    )
    said = length_in_words(allowed.years, allowed.months, allowed.days)
    yield Objection(
        "maximum",
        f"The statute allowed at most {said} on the day of the offense"
        f" ({around.statute_name}).{raised} {TICK}",
        may_stand=True,
    )


def check_jail_credit(terms: Terms, around: Surroundings) -> Iterator[Objection]:
    """Jail credit is not longer than the time from arrest, or else from offense, to sentence."""
    begun = around.arrested_on or around.offense_date
    if begun is None or begun > terms.sentenced_on:
        return
    possible = (terms.sentenced_on - begun).days + 1
    if terms.jail_credit_days > possible:
        since = "arrest" if around.arrested_on else "offense"
        yield Objection(
            "jail_credit_days",
            f"From the {since} on {_day(begun)} to the sentence there are only {possible} days."
            f" {TICK}",
            may_stand=True,
        )


def check_consecutive(terms: Terms, around: Surroundings) -> Iterator[Objection]:
    """A sentence follows another of the same person, and by somebody's authority."""
    if around.own_sentence_id in terms.follows:
        yield Objection("follows", "A sentence cannot follow itself.")
    if around.sentences_that_follow & set(terms.follows):
        yield Objection("follows", "A sentence chosen here runs after this one already.")
    unknown = set(terms.follows) - around.sentences_to_follow - {around.own_sentence_id}
    if unknown:
        yield Objection("follows", "Choose among this person's sentences that are not vacated.")
    if terms.follows and not terms.consecutive_authority:
        yield Objection(
            "consecutive_authority",
            "Sentences run together unless a statute says otherwise: name the section, as"
            f" 768.7a(2). {TICK}",
            may_stand=True,
        )
    if terms.consecutive_authority and not terms.follows:
        yield Objection("follows", "Choose the sentence that this one follows.")


CHECKS: tuple[Check, ...] = (
    check_days,
    check_lengths,
    check_minimum_within_maximum,
    check_statutory_maximum,
    check_jail_credit,
    check_consecutive,
)


def objections_to(terms: Terms, around: Surroundings) -> list[Objection]:
    """Return everything that the checks find."""
    return [objection for check in CHECKS for objection in check(terms, around)]


def _day(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"
