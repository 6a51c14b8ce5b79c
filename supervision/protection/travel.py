"""Leave to travel."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category

protect(
    models.TravelPermit,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                *("asked_on", "departs_on", "returns_on", "status", "get_status_display"),
                *("place", "state", "purpose", "companions", "transport"),
                *("get_transport_display", "checks", "decision", "conditions", "decided_on"),
                *("back_on", "return_report"),
            ),
            C.SUPERVISION,
        ),
        "address": C.CONTACT,
        "phone": C.CONTACT,
    },
)
