"""The category of every field of what is muted."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category

protect(
    models.Mute,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            ("subject", "number", "get_subject_display", "officer", "why", "began_on", "until"),
            C.SUPERVISION,
        ),
    },
)
