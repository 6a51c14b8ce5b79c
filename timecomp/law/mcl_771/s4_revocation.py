"""MCL 771.4: after revocation of probation any sentence that was open may be imposed."""

from datetime import date

from timecomp.engine.dates import add_days
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "start_probation_revoked",
    title="Start of a prison term after revocation of probation",
    citation="MCL 771.4; People v Resler (1995)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "The sentence of {sentenced_on} is credited with {jail_days_served} days already "
        "served in jail on the case (jail good time earned is part of them): it starts on "
        "{output}."
    ),
)
def start_probation_revoked(*, sentenced_on: date, jail_days_served: int) -> date:
    """Prison after probation starts on the new sentence date less every jail day served on that
    case."""
    return add_days(sentenced_on, -jail_days_served)
