"""The category of every field that says who a person is, and who may reach him."""

from django.db.models import Model

from offenders import models
from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import PLAIN, protect, protect_rows

C = Category

protect(
    models.Person,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "recorded_at": C.STAFF,
        **dict.fromkeys(
            (
                "last_name",
                "first_name",
                "middle_name",
                "suffix",
                "full_name",
                "birth_date",
                "sex",
                "get_sex_display",
                "race",
                "get_race_display",
            ),
            C.IDENTITY,
        ),
        "status": C.CUSTODY,
        "get_status_display": C.CUSTODY,
        "office": C.SUPERVISION,
        "agent": C.SUPERVISION,
    },
)
protect(
    models.PersonName,
    fact_columns(
        C.IDENTITY, "kind", "get_kind_display", "last_name", "first_name", "middle_name", "suffix"
    ),
)
protect(
    models.Demographics,
    {
        **fact_columns(
            C.IDENTITY,
            "birth_date",
            "sex",
            "get_sex_display",
            "race",
            "get_race_display",
            "ethnicity",
            "get_ethnicity_display",
            "citizenship",
            "language",
            "needs_interpreter",
            "died_on",
        ),
    },
)
protect(
    models.Identifier,
    fact_columns(
        C.IDENTIFIER,
        "kind",
        "get_kind_display",
        "issuer",
        "value",
        "verification",
        "get_verification_display",
        "is_sensitive",
    ),
)


def _sensitive(number: Model) -> Category | None:
    is_sensitive = isinstance(number, models.Identifier) and number.is_sensitive
    return C.SENSITIVE_IDENTIFIER if is_sensitive else None


protect_rows(models.Identifier, _sensitive)
protect(
    models.Address,
    fact_columns(
        C.CONTACT,
        "kind",
        "get_kind_display",
        "street",
        "unit",
        "city",
        "state",
        "postal_code",
        "began_on",
        "ended_on",
    ),
)
protect(
    models.Phone,
    fact_columns(C.CONTACT, "kind", "get_kind_display", "number", "began_on", "ended_on"),
)
protect(
    models.Employment,
    fact_columns(C.FINANCIAL, "employer", "occupation", "hours_a_week", "began_on", "ended_on"),
)
protect(
    models.PhysicalDescription,
    fact_columns(
        C.IDENTITY,
        "height_inches",
        "height",
        "weight_pounds",
        "eye_color",
        "eyes",
        "hair_color",
        "hair",
        "marks",
    ),
)
protect(models.Photograph, fact_columns(C.IDENTITY, "taken_on", "image"))
_GRANT: dict[str, C | str] = {
    "id": PLAIN,
    "pk": PLAIN,
    "content_object": PLAIN,
    **dict.fromkeys(
        ("permission", "reason", "given_by", "given_at", "open_from", "open_until"), C.STAFF
    ),
}
protect(
    models.PersonUserObjectPermission,
    {**_GRANT, "user": C.STAFF},
)
protect(
    models.PersonGroupObjectPermission,
    {**_GRANT, "group": C.STAFF},
)
protect(
    models.NameKey,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "name": PLAIN,
        "person": PLAIN,
        **dict.fromkeys(("last_key", "first_key", "basis", "get_basis_display"), C.IDENTITY),
    },
)
protect(
    models.NameWord,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            ("part", "get_part_display", "word", "sound", "other_sound", "shortened"), C.IDENTITY
        ),
    },
)
