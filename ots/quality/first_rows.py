"""The first weights and targets; administrators add newer ones beside them."""

from datetime import date
from typing import Final

from ots.quality.models import Target, Weight

SINCE: Final = date(2026, 1, 1)
PROPOSED: Final = "Proposed for this system; replace by the state's own audit policy"
BJS: Final = (
    "BJS and SEARCH: audits of criminal history records; voluntary standard of 95 % within 90 days"
)

WEIGHTS: Final = {
    "last_name": 4,
    "birth_date": 4,
    "offense": 4,
    "disposition": 4,
    "disposed_on": 4,
    "sentenced_on": 4,
    "minimum": 4,
    "maximum": 4,
    "jail_credit": 4,
    "judge": 2,
    "record": 4,
}
# Measure: green, amber, days, source, standing.
TARGETS: Final = {
    "disposition_timely": (95, 85, 30, PROPOSED, "inferred"),
    "judgment_timely": (95, 85, 7, PROPOSED, "inferred"),
    "arrest_disposed": (95, 90, None, BJS, "recalled"),
    "conviction_sentenced": (99, 95, None, PROPOSED, "inferred"),
    "birth_date_known": (99.5, 98, None, PROPOSED, "inferred"),
    "critical_accurate": (99.5, 98, None, PROPOSED, "inferred"),
    "fields_accurate": (98, 95, None, PROPOSED, "inferred"),
    "documents_found": (99, 97, None, PROPOSED, "inferred"),
}


def create_missing(**_: object) -> None:
    """Create the first weight of each field and target of each measure that has none at all."""
    weighed = set(Weight.objects.values_list("field", flat=True))
    Weight.objects.bulk_create(
        Weight(field=field, severity=severity, since=SINCE, citation=PROPOSED, standing="inferred")
        for field, severity in WEIGHTS.items()
        if field not in weighed
    )
    aimed = set(Target.objects.values_list("measure", flat=True))
    Target.objects.bulk_create(
        Target(
            measure=measure,
            green=green,
            amber=amber,
            days=days,
            since=SINCE,
            citation=citation,
            standing=standing,
        )
        for measure, (green, amber, days, citation, standing) in TARGETS.items()
        if measure not in aimed
    )
