"""The bytes of a photograph, for those who may see faces."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from offenders.models import Photograph
from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope


def photograph_bytes(reading: Reading, person_id: int, photograph_id: int) -> bytes:
    """Return the stored picture; 404 if it is another person's or not open to the viewer."""
    if not reading.sees(Photograph, "image"):
        raise Http404("No such photograph.")
    photographs = in_scope(reading.viewer, Photograph.objects.all(), person="person")
    photograph = get_object_or_404(photographs, pk=photograph_id, person_id=person_id)
    with photograph.image.open("rb") as image:
        content: bytes = image.read()
    return content
