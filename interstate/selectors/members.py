"""The directory of the compact."""

from itertools import groupby

from django.db.models import Prefetch

from interstate.choices import Post, Region
from interstate.models import CompactCase, CompactOffice, Delegate, Member
from interstate.selectors.posts import seats_of
from ots.access.viewer import Viewer


def directory() -> list[tuple[str, list[Member]]]:
    """Return the members by region, each with its offices; two queries."""
    rows = Member.objects.order_by("region", "name").prefetch_related(
        Prefetch("offices", CompactOffice.objects.order_by("kind"))
    )
    return [
        (Region(region).label, list(members))
        for region, members in groupby(rows, key=lambda member: member.region)
    ]


def offices_of_others(office: CompactOffice) -> list[CompactOffice]:
    """Return the compact offices to which a case of the office can go."""
    rows = CompactOffice.objects.exclude(member=office.member_id).select_related("member")
    return list(rows.order_by("member__name", "kind"))


def offices_beside(viewer: Viewer, case: CompactCase) -> list[CompactOffice]:
    """Return the other offices of the viewer's member; none but a compact office gives a case."""
    mine = {seat.office_id for seat in seats_of(viewer) if seat.post is Post.OFFICE}
    sides = (case.sending_office, case.receiving_office)
    own = next((each for each in sides if each.pk in mine), None)
    if own is None:
        return []
    rows = CompactOffice.objects.filter(member=own.member_id).exclude(pk=own.pk)
    return list(rows.order_by("kind"))


def posts_of_office(office_id: int) -> list[Delegate]:
    """Return the open posts of an office, for giving work to somebody."""
    rows = Delegate.objects.filter(office=office_id, is_active=True, user__is_active=True)
    return list(rows.select_related("user"))


def own_offices(viewer: Viewer) -> list[CompactOffice]:
    """Return the compact offices in which the viewer holds a post, own or covered."""
    keys = [seat.office_id for seat in seats_of(viewer)]
    return list(CompactOffice.objects.filter(pk__in=keys).select_related("member"))
