"""How a person comes into a viewer's reach, and who is closed to him all the same."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from offenders.models import (
    CourtCase,
    Person,
    PersonClosure,
    PersonGroupObjectPermission,
    PersonUserObjectPermission,
    TreatmentConsent,
)
from ots.access.categories import Category
from ots.access.holdings import held_by
from ots.access.permissions import Permission
from ots.access.scopes import (
    Way,
    close_people_by,
    declare_person_model,
    open_category_by,
    reach_people_by,
)
from ots.access.viewer import Viewer

GRANT = "reach_person"


def _caseload(viewer: Viewer) -> Q | None:
    return Q(agent=viewer.user) if viewer.user else None


def _offices(viewer: Viewer) -> Q | None:
    return Q(office__in=viewer.office_ids) if viewer.office_ids else None


def _cover(viewer: Viewer) -> Q | None:
    return Q(agent__in=viewer.covered_ids) if viewer.covered_ids else None


def _grant(viewer: Viewer) -> Q | None:
    return Q(Exists(_grants_of(viewer, "pk"))) if "user" in viewer.grants else None


def _grants_of(viewer: Viewer, person: str) -> QuerySet[PersonUserObjectPermission]:
    return PersonUserObjectPermission.standing(viewer.now).filter(
        content_object=OuterRef(person), user=viewer.user, permission__codename=GRANT
    )


def _group_grant(viewer: Viewer) -> Q | None:
    if "role" not in viewer.grants:
        return None
    grants = PersonGroupObjectPermission.standing(viewer.now).filter(
        content_object=OuterRef("pk"), group__user=viewer.user, permission__codename=GRANT
    )
    return Q(Exists(grants))


def _own_court(viewer: Viewer) -> Q | None:
    if viewer.user is None or not viewer.may(Permission.SCOPE_AGENCY_COURT):
        return None
    cases = CourtCase.objects.filter(
        person=OuterRef("pk"), court__agency__isnull=False, court__agency=viewer.user.agency_id
    )
    return Q(Exists(cases))


def _emergency(viewer: Viewer) -> Q | None:
    people = _opened_whole(viewer)
    return Q(pk__in=people) if people else None


def _opened_whole(viewer: Viewer) -> list[int]:
    return [opening.person_id for opening in viewer.openings if not opening.category]


def closed_people(viewer: Viewer, person: str) -> Q | None:
    """Say which rows are about people closed to the viewer; ``person`` is the path to the person.

    Sealed people do not exist without the right. Restricted ones open to the right, to a grant
    by name, or in an emergency; to those named, as relatives of the person, they never open.
    """
    sealed, named = PersonClosure.SEALING, Q(kind__in=PersonClosure.NAMING)
    reasons = Q() if viewer.may(Permission.RECORD_SEALED) else Q(kind=sealed)
    if viewer.user is not None:
        reasons |= named & Q(user=viewer.user)
    if not viewer.may(Permission.PERSON_RESTRICTED):
        restricted = Q(kind__in=PersonClosure.RESTRICTING)
        if "user" in viewer.grants:
            restricted &= ~Q(Exists(_grants_of(viewer, "person_id")))
        reasons |= restricted & ~Q(person__in=_opened_whole(viewer))
    if not reasons:
        return None
    standing = PersonClosure.standing().filter(person=OuterRef(person))
    return Q(Exists(standing.filter(reasons)))


def _consented(viewer: Viewer) -> Q | None:
    if viewer.user is None or viewer.user.agency_id is None:
        return None
    consents = TreatmentConsent.standing(viewer.now).filter(
        person=OuterRef("pk"), recipient=viewer.user.agency_id
    )
    return Q(Exists(consents))


_OPENINGS = """
    SELECT 'opening', person_id, category, reason, open_until FROM offenders_emergencyopening
    WHERE user_id = %(user)s AND opened_at <= %(now)s AND open_until > %(now)s
"""
_GRANTS = """
    SELECT 'grant', 0, 'user', '', NULL WHERE EXISTS (
        SELECT 1 FROM offenders_personuserobjectpermission WHERE user_id = %(user)s
        AND (open_from IS NULL OR open_from <= %(now)s)
        AND (open_until IS NULL OR open_until > %(now)s)
    )
    UNION ALL
    SELECT 'grant', 0, 'role', '', NULL WHERE EXISTS (
        SELECT 1 FROM offenders_persongroupobjectpermission o
        JOIN access_user_groups g ON g.group_id = o.group_id
        WHERE g.user_id = %(user)s
        AND (o.open_from IS NULL OR o.open_from <= %(now)s)
        AND (o.open_until IS NULL OR o.open_until > %(now)s)
    )
"""
held_by(_OPENINGS)
held_by(_GRANTS)
declare_person_model(Person)
reach_people_by(Way("caseload", "on the own caseload", _caseload, is_task=True))
reach_people_by(Way("office", "of an office or region supervised", _offices, is_task=True))
reach_people_by(Way("cover", "on the caseload of a colleague covered for", _cover, is_task=True))
reach_people_by(Way("grant", "given by name until a day", _grant))
reach_people_by(Way("group", "given to the role by name", _group_grant))
reach_people_by(Way("court", "has a case at the own court", _own_court))
reach_people_by(Way("emergency", "opened in an emergency", _emergency))
close_people_by(closed_people)
open_category_by(Category.SUBSTANCE_USE, _consented)
