"""A security incident that somebody reported, for looking at its pages."""

from datetime import date

from django.utils import timezone

from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.oversight.models import ReportingTime
from ots.oversight.services.incidents import Noticed, report_incident


def reported(by: User) -> dict[str, object]:
    """Report it; return what fills the part of the pages' addresses."""
    ReportingTime.objects.get_or_create(
        since=date(2000, 1, 1),
        defaults={"hours": 1, "citation": "Tests", "standing": "inferred"},
    )
    noticed = Noticed(
        kind="device",
        discovered_at=timezone.now(),
        where="Lansing",
        description="A token is gone.",
        may_concern_records=False,
    )
    return {"incident": report_incident(viewer_for(by), noticed).pk}
