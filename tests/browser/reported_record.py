"""A security incident and a wrong fact that somebody reported, for looking at their pages."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.oversight.models import ReportingTime
from ots.oversight.selectors.told_page import told_page
from ots.oversight.services.concerns import tell_concern
from ots.oversight.services.incidents import Noticed, report_incident


def reported(by: User, person: Person) -> dict[str, object]:
    """Report them; return what fills the parts of the pages' addresses."""
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
    viewer = viewer_for(by)
    page = told_page(viewer, reverse("offenders:person", args=[person.pk]))
    wrong = tell_concern(viewer, page, kind="fact", words="The name has two t.")
    return {"incident": report_incident(viewer, noticed).pk, "concern": wrong.pk}
