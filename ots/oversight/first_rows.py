"""The first time to report an incident; administrators add newer ones beside it."""

from datetime import date
from typing import Final

from ots.oversight.models import ReportingTime

SINCE: Final = date(2000, 1, 1)
HOURS: Final = 1
CITATION: Final = "CJIS Security Policy 5.9.5, IR-6: within one hour of discovery"


def create_missing(**_: object) -> None:
    """Create the time that the policy sets where there is none at all."""
    if not ReportingTime.objects.exists():
        ReportingTime.objects.create(
            since=SINCE, hours=HOURS, citation=CITATION, standing="verified"
        )
