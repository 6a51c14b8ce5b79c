"""The category of every field of contacts, appointments, messages and visits."""

from django.db.models import Q

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from ots.access.permissions import Permission
from ots.access.scopes import keep_rows_by
from ots.access.viewer import Viewer
from supervision import models

C = Category

protect(
    models.Appointment,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "starts_at",
                "minutes",
                "agent",
                "method",
                "get_method_display",
                "place",
                "get_place_display",
                "where",
                "purpose",
                "get_purpose_display",
                "is_unannounced",
                "instead_of",
                "moved_to",
                "contacts",
            ),
            C.SUPERVISION,
        ),
        "address": C.CONTACT,
    },
)
protect(
    models.Contact,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        "entry": PLAIN,
        **dict.fromkeys(
            (
                "appointment",
                "agent",
                "contact_type",
                "get_contact_type_display",
                "method",
                "get_method_display",
                "place",
                "get_place_display",
                "purpose",
                "get_purpose_display",
                "is_unannounced",
                "started_at",
                "ended_at",
                "status",
                "get_status_display",
                "outcome",
                "barrier",
                "collateral",
                "present",
                "skills",
                "saw_employment",
                "led_to_arrest",
                "note",
                "is_sensitive",
            ),
            C.SUPERVISION,
        ),
        "address": C.CONTACT,
    },
)
protect(
    models.ContactPhoto,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(("entry", "image", "caption"), C.SUPERVISION),
    },
)
protect(
    models.ReminderWish,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "opted_out",
                "channel",
                "get_channel_display",
                "email",
                "phone",
                "language",
                "get_language_display",
            ),
            C.CONTACT,
        ),
    },
)
protect(
    models.OutgoingMessage,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "kind",
                "get_kind_display",
                "about",
                "hours_before",
                "user",
                "channel",
                "get_channel_display",
                "to",
                "language",
                "subject",
                "body",
                "event_at",
                "send_at",
                "state",
                "get_state_display",
                "sent_at",
                "tries",
                "error",
            ),
            C.CONTACT,
        ),
    },
)


def _nothing_sensitive(viewer: Viewer) -> Q | None:
    """Leave sensitive contacts to those who record contacts themselves."""
    if viewer.may(Permission.VISIT_RECORD):
        return None
    return Q(is_sensitive=False)


keep_rows_by(models.Contact, _nothing_sensitive)
