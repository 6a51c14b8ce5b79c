"""Telling supervisors and reviewers by mail that a record was opened in an emergency."""

from django.contrib.auth.models import Permission as DjangoPermission
from django.core.mail import send_mail
from django.db.models import Q

from offenders.models import EmergencyOpening
from ots.access.holdings import SUPERVISE_OFFICE
from ots.access.models import User
from ots.access.permissions import Permission

SUBJECT = "A record was opened in an emergency"


def tell_of_opening(opening_id: int) -> int:
    """Write to the user's supervisors and to all who review; returns to how many.

    The mail names the user and the time, never the person: mail is no place for a record.
    """
    opening = EmergencyOpening.objects.select_related("user").get(pk=opening_id)
    addresses = sorted({user.email for user in _told(opening.user) if user.email})
    text = (
        f"{opening.user} opened a closed record at {opening.opened_at:%Y-%m-%d %H:%M} UTC.\n\n"
        "Sign in and open “Emergency openings” to read the reason and to judge it."
    )
    for address in addresses:
        send_mail(SUBJECT, text, None, [address])
    return len(addresses)


def _told(user: User) -> list[User]:
    right = DjangoPermission.objects.get(codename=Permission.GLASS_REVIEW.codename)
    reviews = Q(groups__permissions=right) | Q(user_permissions=right)
    supervises = Q(
        officeuserobjectpermission__content_object=user.office_id,
        officeuserobjectpermission__permission__codename=SUPERVISE_OFFICE,
    )
    told = reviews | supervises if user.office_id else reviews
    return list(User.objects.filter(told, is_active=True).exclude(pk=user.pk).distinct())
