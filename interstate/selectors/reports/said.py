"""What a reply says, as the rules read it, for the database to tell by; never empty."""

from typing import Final

from django.db.models import CharField, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, Lower

from interstate.rules import words


def _first_of(*names: str) -> Combinable:
    told = (KeyTextTransform(name, "data") for name in names)
    return Lower(Coalesce(*told, Value(""), output_field=CharField()))


# To be put on rows of events before the conditions below are asked.
SAID: Final = {"said": _first_of(*words.DECISION), "agreed": _first_of("approved", "accepted")}
IS_DENIED: Final = Q(said__in=sorted(words.DENIALS)) | Q(agreed="false")
