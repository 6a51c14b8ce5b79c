"""Which of a person's conditions no violation ever named: what one may ask the court to drop."""

from collections.abc import Iterable

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.models import Incident
from supervision.selectors.conditions import ConditionShown


def never_named(
    reading: Reading, person_id: int, conditions: Iterable[ConditionShown]
) -> frozenset[int] | None:
    """Return the keys of those that no incident on record names: one query.

    What the law puts into every order is left out: nobody can drop it.
    None where the viewer does not see which conditions an incident names.
    """
    if not reading.sees(Incident, "conditions"):
        return None
    rows = in_scope(reading.viewer, Incident.objects.all(), person="person")
    named = rows.filter(person_id=person_id, superseded_at=None, is_information=False)
    # An incident keeps a condition by its code and title, as it stood that day.
    codes = {
        each.partition(" ")[0]
        for labels in named.values_list("conditions", flat=True)
        for each in labels
    }
    return frozenset(
        each.pk for each in conditions if not (each.is_mandatory or each.code in codes)
    )
