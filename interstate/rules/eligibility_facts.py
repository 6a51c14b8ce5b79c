"""What a decision on eligibility is made from, and how it is read from JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timecomp.engine.json_fields import Fields


class OffenseClass(StrEnum):
    """How grave the offense is."""

    FELONY = "felony"
    MISDEMEANOR = "misdemeanor"


class Special(StrEnum):
    """Grounds of rule 3.101-1 beside residence and family."""

    MILITARY = "military"
    LIVES_WITH_MILITARY_FAMILY = "lives_with_military_family"
    FAMILY_EMPLOYMENT_TRANSFER = "family_employment_transfer"
    OWN_EMPLOYMENT_TRANSFER = "own_employment_transfer"
    VETERAN_MEDICAL = "veteran_medical"


@dataclass(frozen=True, slots=True)
class Offense:
    """The instant offense; None is what is not known."""

    offense_class: OffenseClass | None = None
    harm: bool | None = None
    firearm: bool | None = None
    impaired_driving_number: int | None = None
    registration_required: bool | None = None


@dataclass(frozen=True, slots=True)
class Residence:
    """How long the person lived in the receiving state, and since then elsewhere."""

    months_in_state_before: int | None = None
    months_elsewhere: int | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """A relative in the receiving state."""

    relation: str = ""
    days_in_state: int | None = None
    willing: bool | None = None


@dataclass(frozen=True, slots=True)
class EligibilityFacts:
    """Everything a decision is made from; None is what is not known."""

    id: str
    offense: Offense = Offense()
    supervision_months: int | None = None
    monetary_only: bool | None = None
    indefinite: bool | None = None
    transmitted_on: date | None = None
    supervision_ends_on: date | None = None
    relocating_days: int | None = None
    substantial_compliance: bool | None = None
    valid_plan: bool | None = None
    resident: Residence | None = None
    family: Family | None = None
    employment: bool | None = None
    means_of_support: bool | None = None
    special: Special | None = None
    release_program: str = ""


def parse_eligibility(document: object) -> list[EligibilityFacts]:
    """The facts of a document, one set or a list; raises ``DocumentError`` naming the place."""
    if isinstance(document, Mapping):
        return [_facts(Fields("facts", document))]
    return [_facts(each) for each in Fields.objects("", document)]


def _facts(given: Fields) -> EligibilityFacts:
    special = given.get("special")
    return EligibilityFacts(
        id=given.text("id"),
        offense=_offense(given.part("offense")),
        supervision_months=given.number("supervision_months"),
        monetary_only=given.flag("monetary_only"),
        indefinite=given.flag("indefinite"),
        transmitted_on=given.optional_day("transmitted_on"),
        supervision_ends_on=given.optional_day("supervision_ends_on"),
        relocating_days=given.number("relocating_days"),
        substantial_compliance=given.flag("substantial_compliance"),
        valid_plan=given.flag("valid_plan"),
        resident=_residence(given.part("resident")),
        family=_family(given.part("family")),
        employment=given.flag("employment"),
        means_of_support=given.flag("means_of_support"),
        special=None if special is None else given.choice("special", Special),
        release_program=given.optional_text("release_program") or "",
    )


def _offense(given: Fields | None) -> Offense:
    if given is None:
        return Offense()
    has_class = given.get("class") is not None
    return Offense(
        offense_class=given.choice("class", OffenseClass) if has_class else None,
        harm=given.flag("harm"),
        firearm=given.flag("firearm"),
        impaired_driving_number=given.number("impaired_driving_number"),
        registration_required=given.flag("registration_required"),
    )


def _residence(given: Fields | None) -> Residence | None:
    if given is None:
        return None
    return Residence(given.number("months_in_state_before"), given.number("months_elsewhere"))


def _family(given: Fields | None) -> Family | None:
    if given is None:
        return None
    relation = (given.optional_text("relation") or "").strip().lower()
    return Family(
        relation=relation.replace("-", "_").replace(" ", "_"),
        days_in_state=given.number("days_in_state"),
        willing=given.flag("willing"),
    )
