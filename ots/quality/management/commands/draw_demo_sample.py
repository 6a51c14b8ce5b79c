"""Draw a demonstration's sample, read some of its documents, answer for some of what differs."""

from decimal import Decimal
from io import BytesIO
from typing import Final

from django.core.management.base import BaseCommand
from PIL import Image, ImageDraw

from offenders.models import Court
from ots.access.models import User
from ots.access.viewer import Viewer, viewer_for
from ots.quality.choices import FieldKey, RootCause
from ots.quality.comparing import charge_of, fields_of, held_values
from ots.quality.models import Draw, Finding, Item
from ots.quality.services.drawing import Plan, draw_sample
from ots.quality.services.findings import explain, name_cause
from ots.quality.services.reading import read_document
from ots.quality.services.register import Entry, look_up

SEED: Final = 20261122
READ: Final = 24
PAGE: Final = (850, 1100)
# Of every fifth document one field reads otherwise than the record; in turn.
OTHERWISE: Final = (
    (FieldKey.JAIL_CREDIT, "37"),
    (FieldKey.JUDGE, "Hon. Marian Wells"),
    (FieldKey.DISPOSED_ON, "2019-02-28"),
)


class Command(BaseCommand):
    """Does nothing where there is a sample."""

    help = "Draw a demonstration's sample and read some of its documents."

    def handle(self, **_: object) -> None:
        """Draw, read, answer, and say how much of each."""
        readers = User.objects.filter(username__in=("quinn", "rosa")).order_by("username")
        if Draw.objects.exists() or len(readers) < len(("quinn", "rosa")):
            self.stdout.write("0 documents read")
            return
        first, second = (viewer_for(user) for user in readers)
        plan = Plan("Demonstration quarter", Decimal("0.90"), Decimal("0.10"), seed=SEED)
        made = draw_sample(first, plan)
        for number, item in enumerate(made.items.all()[:READ]):
            read_document(first, item, _said(item, number), scan=_scan(item))
        for item in made.items.filter(is_read_twice=True, position__lte=READ):
            read_document(second, item, _said(item, 1))
        self._answer(first)
        self.stdout.write(f"{READ} documents read, {Finding.objects.count()} findings")

    def _answer(self, viewer: Viewer) -> None:
        court = Court.objects.filter(county__isnull=False).order_by("code").first()
        if court is not None:
            look_up(viewer, Entry(court, "25-009999-FH"))
        for finding in Finding.objects.exclude(comparison__item__person=None)[:2]:
            name_cause(viewer, finding, RootCause.DOCUMENT)
            explain(viewer, finding, "The court confirmed a slip of the pen in its copy.")


def _said(item: Item, number: int) -> dict[str, str]:
    held = held_values(charge_of(item))
    said = {key.value: held[key].value for key in fields_of(item.record_type) if key in held}
    if number % 5 == 0:
        field, value = OTHERWISE[number // 5 % len(OTHERWISE)]
        said[field.value] = value
    return said


def _scan(item: Item) -> BytesIO:
    page = Image.new("RGB", PAGE, "white")
    ImageDraw.Draw(page).text((80, 80), f"Demonstration: judgment, number {item.position}", "black")
    file = BytesIO()
    page.save(file, "PNG")
    file.seek(0)
    return file
