"""How a person comes into a viewer's reach: own caseload, own offices, own court, or a grant."""

from django.db.models import Exists, OuterRef, Q

from offenders.models import (
    CourtCase,
    Person,
    PersonGroupObjectPermission,
    PersonUserObjectPermission,
)
from ots.access.permissions import Permission
from ots.access.scopes import declare_person_model, reach_people_by
from ots.access.viewer import Viewer

GRANT = "reach_person"


def _caseload_and_offices(viewer: Viewer) -> Q:
    if viewer.user is None:
        return Q(pk__in=())
    return Q(agent=viewer.user) | Q(office__in=viewer.office_ids)


def _granted(viewer: Viewer) -> Q:
    if viewer.user is None:
        return Q(pk__in=())
    grants = PersonUserObjectPermission.objects.filter(
        content_object=OuterRef("pk"), user=viewer.user, permission__codename=GRANT
    )
    return Q(Exists(grants))


def _granted_to_group(viewer: Viewer) -> Q:
    if viewer.user is None:
        return Q(pk__in=())
    grants = PersonGroupObjectPermission.objects.filter(
        content_object=OuterRef("pk"), group__user=viewer.user, permission__codename=GRANT
    )
    return Q(Exists(grants))


def _own_court(viewer: Viewer) -> Q:
    if viewer.user is None or not viewer.may(Permission.SCOPE_AGENCY_COURT):
        return Q(pk__in=())
    cases = CourtCase.objects.filter(
        person=OuterRef("pk"), court__agency__isnull=False, court__agency=viewer.user.agency_id
    )
    return Q(Exists(cases))


declare_person_model(Person)
reach_people_by(_caseload_and_offices)
reach_people_by(_granted)
reach_people_by(_granted_to_group)
reach_people_by(_own_court)
