"""The lists of offenses as administrators keep them, and who is on a caseload by one of them."""

from collections.abc import Collection
from datetime import date

from supervision.choices.obligation import CaseType
from supervision.models import OffenseListing
from supervision.rules.eligibility.offense_lists import Listing, ListName, found_on
from supervision.selectors.eligibility_rows import convictions
from timecomp.engine.standing import Standing


def listings() -> tuple[Listing, ...]:
    """Return the lists of offenses as they stand in the database: one query."""
    return tuple(
        Listing(
            list_name=row.list_name,
            code=row.code,
            since=row.since,
            until=row.until,
            citation=row.citation,
            standing=Standing(row.standing),
            maximum_months_at_least=row.maximum_months_at_least,
        )
        for row in OffenseListing.objects.all()
    )


def sex_offense_caseload(people: Collection[int], *, today: date) -> dict[int, frozenset[str]]:
    """Return that caseload for whom of the people it is: who stands convicted of such an offense.

    Two queries, however many the people are.
    """
    known = listings()
    caseload = frozenset({CaseType.SEX_OFFENSE.value})
    return {
        person: caseload
        for person, offenses in convictions(people).items()
        if found_on(ListName.SEX, offenses, known, day=today) is not None
    }
