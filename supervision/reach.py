"""How an office comes to look at a case that is offered to it."""

from django.db.models import Exists, OuterRef, Q

from ots.access.permissions import Permission
from ots.access.scopes import Way, reach_people_by
from ots.access.viewer import Viewer
from supervision.choices.transfer import OfferState
from supervision.models import CaseOffer


def _offered(viewer: Viewer) -> Q | None:
    if not viewer.office_ids or not viewer.may(Permission.CASE_ASSIGN):
        return None
    offers = CaseOffer.objects.filter(
        person=OuterRef("pk"),
        to_office__in=viewer.office_ids,
        state=OfferState.OPEN,
        superseded_at__isnull=True,
    )
    return Q(Exists(offers))


reach_people_by(Way("offered", "the case is offered to an office one supervises", _offered))
