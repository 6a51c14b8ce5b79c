"""The single tests of chapters 2 and 3: each a cited rule over plain facts."""

from datetime import date

from interstate.rules.limits import FIRST, REMAINING_SUPERVISION
from timecomp.engine.parameters import Parameter, Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

OLDER = "Seen in an older snapshot of the rule; confirm that it still reads so."
TOLD = "Told in training material; confirm it against the rule's own text."


def _number(
    id: str, title: str, unit: str, value: int, citation: str, awaits: str = ""
) -> Parameter[int]:
    standing = Standing.RECALLED if awaits else Standing.VERIFIED
    return parameter(
        f"compact.{id}",
        title=title,
        unit=unit,
        module=__name__,
        values=[Value(FIRST, value, citation, standing, awaits)],
    )


MISDEMEANOR_MONTHS = _number(
    "misdemeanor_months", "Supervision that brings a misdemeanor in", "months", 12, "2.105"
)
IMPAIRED_DRIVING_NUMBER = _number(
    "impaired_driving_number", "The impaired driving that counts", "convictions", 2, "2.105(a)(3)"
)
RELOCATION_DAYS = _number(
    "relocation_days", "Days in a row beyond which one relocates", "days", 45, "1.101", TOLD
)
RESIDENT_MONTHS = _number(
    "resident_months", "Living in a state that makes a resident", "months", 12, "1.101"
)
ELSEWHERE_MONTHS = _number(
    "elsewhere_months", "Living elsewhere that ends a residence", "months", 6, "1.101"
)
FAMILY_DAYS = _number(
    "family_days", "A relative's time in the receiving state", "days", 180, "1.101"
)
RELATIVES = parameter(
    "compact.resident_family",
    title="Relatives who count as resident family",
    unit="relations",
    module=__name__,
    values=[
        Value(
            FIRST,
            frozenset(
                {
                    "parent",
                    "mother",
                    "father",
                    "grandparent",
                    "grandmother",
                    "grandfather",
                    "aunt",
                    "uncle",
                    "adult_child",
                    "child",
                    "son",
                    "daughter",
                    "adult_sibling",
                    "sibling",
                    "brother",
                    "sister",
                    "spouse",
                    "husband",
                    "wife",
                    "legal_guardian",
                    "guardian",
                    "step_parent",
                    "stepparent",
                    "stepmother",
                    "stepfather",
                    "step_mother",
                    "step_father",
                }
            ),
            "1.101",
        )
    ],
)


@rule(
    "compact.misdemeanor",
    title="Misdemeanors under the compact",
    citation="ICAOS rule 2.105",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    since=FIRST,
    prose="A misdemeanor with {supervision_months} months of supervision: {output}.",
)
def misdemeanor_is_subject(  # noqa: PLR0913  # each is a fact of the rule
    *,
    on: date,
    supervision_months: int,
    harm: bool,
    firearm: bool,
    impaired_driving_number: int,
    registration_required: bool,
) -> bool:
    """A misdemeanor with a year or more of supervision, and harm, a firearm, a second impaired
    driving, or a sexual offense that has to be registered."""
    grave = (
        harm
        or firearm
        or registration_required
        or impaired_driving_number >= amount(IMPAIRED_DRIVING_NUMBER, on)
    )
    return grave and supervision_months >= amount(MISDEMEANOR_MONTHS, on)


@rule(
    "compact.relocation",
    title="Relocating",
    citation="ICAOS rule 1.101 (relocate); 3.101-3",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits=TOLD,
    since=FIRST,
    prose="A stay of {relocating_days} days in a row is a relocation: {output}.",
)
def is_relocating(*, on: date, relocating_days: int, registration_required: bool) -> bool:
    """More than the set number of days in a row; of a sex offender, any stay."""
    return registration_required or relocating_days > amount(RELOCATION_DAYS, on)


@rule(
    "compact.remaining_supervision_test",
    title="Supervision that remains",
    citation="ICAOS rule 3.101(a)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits=OLDER,
    since=FIRST,
    prose="From {on} to {supervision_ends_on} enough supervision remains: {output}.",
)
def enough_supervision_remains(*, on: date, supervision_ends_on: date | None) -> bool:
    """More than the set number of days on the day of the request; no end is enough."""
    if supervision_ends_on is None:
        return True
    return (supervision_ends_on - on).days > amount(REMAINING_SUPERVISION, on).count


@rule(
    "compact.resident",
    title="Resident of the receiving state",
    citation="ICAOS rules 1.101 (resident), 3.101(d)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    since=FIRST,
    prose="{months_in_state_before} months there and {months_elsewhere} elsewhere: {output}.",
)
def is_resident(*, on: date, months_in_state_before: int, months_elsewhere: int) -> bool:
    """A year or more in a row just before supervision or sentence, and less than half a year
    elsewhere since."""
    return months_in_state_before >= amount(RESIDENT_MONTHS, on) and months_elsewhere < amount(
        ELSEWHERE_MONTHS, on
    )


@rule(
    "compact.resident_family_test",
    title="Resident family in the receiving state",
    citation="ICAOS rules 1.101 (resident family), 3.101(e)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    since=FIRST,
    prose="A {relation} living there for {days_in_state} days, willing: {willing}: {output}.",
)
def is_resident_family(*, on: date, relation: str, days_in_state: int, willing: bool) -> bool:
    """A relative of the list, living there long enough, willing and able to help."""
    return (
        willing and relation in amount(RELATIVES, on) and days_in_state >= amount(FAMILY_DAYS, on)
    )
