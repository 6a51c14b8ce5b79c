"""Rows of the person: the summary, names, numbers, looks."""

from offenders import choices
from ots.population.facts import Assigned, Identity, Person
from ots.population.rows.batch import Batch
from ots.population.rows.cases import add_cases
from ots.population.rows.community import add_community
from ots.population.rows.custody import add_custody
from ots.population.tables import DEMOGRAPHICS, DESCRIPTION, IDENTIFIER, NAME, PERSON

CITIZENSHIP, LANGUAGE = "US", "English"


def add_person(batch: Batch, person: Person) -> None:
    """Add every row of one person."""
    key = _add_summary(batch, person)
    _add_identity(batch, key, person.identity)
    for number in person.numbers:
        batch.add_fact(
            IDENTIFIER, key, number.kind, number.issuer, number.value, choices.Verification.AGENCY
        )
    cases = add_cases(batch, key, person)
    add_custody(batch, key, person, cases)
    add_community(batch, key, person.community)


def _add_summary(batch: Batch, person: Person) -> int:
    who, name = person.identity, person.identity.name
    office, agent = _supervised_by(batch, person.community.assigned)
    return batch.add_with_key(
        PERSON,
        name.last,
        name.first,
        name.middle,
        name.suffix,
        who.birth_date,
        who.sex,
        who.race,
        person.status,
        office,
        agent,
        batch.recorded_at,
    )


def _supervised_by(batch: Batch, assigned: Assigned | None) -> tuple[int | None, int | None]:
    if assigned is None:
        return None, None
    references = batch.references
    return (
        references.offices[assigned.office],
        references.agent(assigned.office, assigned.draw),
    )


def _add_identity(batch: Batch, key: int, who: Identity) -> None:
    for name in (who.name, *who.other_names):
        batch.add_fact(NAME, key, name.kind, name.last, name.first, name.middle, name.suffix)
    batch.add_fact(
        DEMOGRAPHICS,
        key,
        who.birth_date,
        who.sex,
        who.race,
        who.ethnicity,
        CITIZENSHIP,
        LANGUAGE,
        False,
    )
    looks = who.looks
    batch.add_fact(
        DESCRIPTION,
        key,
        looks.height_inches,
        looks.weight_pounds,
        looks.eye_color,
        looks.hair_color,
        looks.marks,
    )
