"""A person's dated facts as the rules of decision ask for them, of many people at once."""

from collections.abc import Collection
from datetime import date

from ots.access.closures import reading_for_the_record
from supervision.rules.person_facts import PersonFacts
from supervision.selectors import facts_of_conduct as conduct
from supervision.selectors import facts_of_status as status


def facts_of(person_id: int, as_of: date) -> PersonFacts:
    """Return one person's facts on a day."""
    return facts_of_many([person_id], as_of)[person_id]


def facts_of_many(people: Collection[int], as_of: date) -> dict[int, PersonFacts]:
    """Return the facts of each of the people on a day, in a constant number of queries."""
    with reading_for_the_record():
        supervision = status.supervision_of(people, as_of)
        violations = conduct.violations_of(people, as_of)
        contacts = conduct.contacts_of(people, as_of)
        tests = conduct.tests_of(people, as_of)
        obligations = conduct.obligations_of(people, as_of)
        charges = status.charges_of(people, as_of)
        sanctions = status.sanctions_of(people, as_of)
        custody = status.custody_of(people, as_of)
        warrants = status.warrants_of(people, as_of)
    return {
        each: PersonFacts(
            id=str(each),
            as_of=as_of,
            supervision=supervision[each],
            violations=violations.get(each, ()),
            appointments=tuple(map(conduct.due_of, contacts.get(each, ()))),
            contacts=conduct.days_met(contacts.get(each, ())),
            tests=tests.get(each, ()),
            pending_charges=charges.get(each, ()),
            technical_sanctions=sanctions.get(each, ()),
            custody=custody.get(each, ()),
            warrants=warrants.get(each, ()),
            obligations=obligations.get(each, ()),
        )
        for each in people
    }
