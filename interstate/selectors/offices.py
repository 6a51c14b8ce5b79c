"""Whose office a viewer looks at, and on which side of a case it is."""

from dataclasses import dataclass

from django.db.models import Case, CharField, F, Q, Value, When

from interstate.models import CompactOffice, Delegate
from ots.access.viewer import Viewer

OURS, THEIRS, OTHERS = "ours", "theirs", "others"
WHOSE = {OURS: "Owed by us", THEIRS: "Owed by the other state"}


@dataclass(frozen=True, slots=True)
class Offices:
    """The compact offices of the viewer's member, and those of them that are looked at."""

    all: tuple[CompactOffice, ...]
    chosen: tuple[CompactOffice, ...]

    @property
    def keys(self) -> list[int]:
        """The keys of the offices looked at."""
        return [office.pk for office in self.chosen]

    @property
    def one(self) -> CompactOffice | None:
        """The only office looked at where there are several."""
        return self.chosen[0] if len(self.chosen) < len(self.all) else None


def offices_for(viewer: Viewer, office: int | None = None) -> Offices:
    """Return the offices of the viewer's member: his own post's, or ours; one of them if asked."""
    post = Delegate.objects.filter(user=viewer.user, is_active=True)
    member = post.values_list("office__member", flat=True).first() if viewer.user else None
    own = Q(member=member) if member else Q(member__is_ours=True)
    found = tuple(CompactOffice.objects.filter(own).select_related("member").order_by("kind"))
    one = tuple(each for each in found if each.pk == office)
    return Offices(found, one or found)


def cases_of_offices(offices: Offices, path: str = "") -> Q:
    """Cases to which one of the offices is a party."""
    return Q(**{f"{path}sending_office__in": offices.keys}) | Q(
        **{f"{path}receiving_office__in": offices.keys}
    )


def owed_by(offices: Offices, whose: str) -> Q:
    """What the offices owe, or the other state owes in their cases."""
    of = "owing_office" if whose == OURS else "awaiting_office"
    return Q(**{f"{of}__in": offices.keys})


def other_member(offices: Offices, path: str = "") -> Case:
    """The member on the other side of a case of the offices."""
    sent = {f"{path}sending_office__in": offices.keys}
    return Case(When(**sent, then=F(f"{path}receiving")), default=F(f"{path}sending"))


def sort_of_debtor(offices: Offices) -> Case:
    """Who owes it: one of the offices, the other state, or neither of them."""
    return Case(
        When(owing_office__in=offices.keys, then=Value(OURS)),
        When(awaiting_office__in=offices.keys, then=Value(THEIRS)),
        default=Value(OTHERS),
        output_field=CharField(),
    )
