"""A sample of the record that is compared with its documents, for looking at pages."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from offenders.models import Court, Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.quality.choices import FieldKey, Outcome
from ots.quality.models import Comparison, Finding
from ots.quality.services.drawing import Plan, draw_sample
from tests import factories


def compared_with_documents(reviewer: User, person: Person) -> dict[str, object]:
    """Return a sample, a count of it that nobody read, and a difference found in another."""
    Court.objects.update(county=factories.county("Ingham"))
    viewer = viewer_for(reviewer)
    made = draw_sample(viewer, Plan("Third quarter", Decimal("0.95"), Decimal("0.05"), seed=7))
    unread, read = made.items.filter(person=person).order_by("pk")[:2]
    compared = Comparison.objects.create(
        item=read,
        reading=1,
        field=FieldKey.DOCKET,
        severity=3,
        outcome=Outcome.MISMATCH,
        held="20-000123-FC",
        said="20-000132-FC",
        keyed_by=reviewer,
        read_by=reviewer,
        read_at=timezone.now(),
    )
    found = Finding.objects.create(
        comparison=compared, answer_due_on=timezone.localdate() + timedelta(days=14)
    )
    return {"sample": made.pk, "item": unread.pk, "finding": found.pk}
