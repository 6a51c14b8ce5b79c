"""Drawing a sample of the record."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from offenders.models import Charge, ChargeParticulars, Disposition, SentenceTerms
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.quality.choices import Direction, RecordType, Risk
from ots.quality.models import Draw, Item
from ots.quality.sampling import Unit, digest, draw, read_twice, sample_size
from timecomp.models import Computation

NEAR: Final = timedelta(days=90)
LARGEST_SEED: Final = 2**53


@dataclass(frozen=True, slots=True)
class Plan:
    """What a sample is wished for: how sure, of which rate, in which counties, by which seed."""

    purpose: str
    confidence: Decimal
    error_rate: Decimal
    errors_allowed: int = 0
    counties: tuple[int, ...] = ()
    seed: int | None = None
    as_of: date | None = None

    @property
    def per_county(self) -> int:
        """Return how many of each county are compared."""
        return sample_size(
            confidence=float(self.confidence),
            error_rate=float(self.error_rate),
            errors_allowed=self.errors_allowed,
        )


class NothingToDrawError(Exception):
    """No record of the counties can be drawn."""


def frame(*, as_of: date, counties: Sequence[int] = ()) -> list[tuple[Unit, int, int]]:
    """Return every count that ended, with its person and court: the frame of a draw."""
    current = {"charge": OuterRef("pk"), "superseded_at": None}
    release = Computation.objects.filter(
        person=OuterRef("case__person"),
        superseded_at=None,
        earliest_release_date__range=(as_of, as_of + NEAR),
    )
    sentenced = SentenceTerms.objects.filter(sentence__charge=OuterRef("pk"), superseded_at=None)
    rows = Charge.objects.filter(Exists(Disposition.objects.filter(**current)))
    rows = rows.filter(case__court__county__isnull=False)
    if counties:
        rows = rows.filter(case__court__county__in=counties)
    asked = rows.order_by().annotate(
        has_sentence=Exists(sentenced),
        is_near=Exists(release),
        is_assaultive=Exists(
            ChargeParticulars.objects.filter(Q(statute__is_assaultive=True), **current)
        ),
        county=F("case__court__county"),
    )
    return [
        (Unit(pk, county, _stratum(has_sentence, is_near, is_assaultive)), person, court)
        for pk, county, person, court, has_sentence, is_near, is_assaultive in asked.values_list(
            "pk", "county", "case__person", "case__court", *_FLAGS
        )
    ]


_FLAGS = ("has_sentence", "is_near", "is_assaultive")


def _stratum(has_sentence: object, is_near: object, is_assaultive: object) -> str:
    kind = RecordType.SENTENCE if has_sentence else RecordType.DISPOSITION
    if is_near:
        return f"{kind}/{Risk.RELEASE}"
    return f"{kind}/{Risk.ASSAULTIVE if is_assaultive else Risk.OTHER}"


@transaction.atomic
def draw_sample(viewer: Viewer, plan: Plan) -> Draw:
    """Draw the sample that was planned and keep all by which it can be drawn again."""
    viewer.require(Permission.QUALITY_DRAW)
    as_of = plan.as_of or timezone.localdate()
    seed = secrets.randbelow(LARGEST_SEED) if plan.seed is None else plan.seed
    rows = frame(as_of=as_of, counties=plan.counties)
    if not rows:
        raise NothingToDrawError("No count of these counties has ended: choose others.")
    units = [unit for unit, _, _ in rows]
    made = Draw.objects.create(
        purpose=plan.purpose,
        seed=seed,
        confidence=plan.confidence,
        error_rate=plan.error_rate,
        errors_allowed=plan.errors_allowed,
        per_county=plan.per_county,
        counties=list(plan.counties),
        as_of=as_of,
        frame_size=len(units),
        frame_digest=digest(units),
        drawn_by=viewer.user,
    )
    where = {unit.key: (person, court) for unit, person, court in rows}
    drawn = draw(units, per_county=plan.per_county, seed=seed)
    _write_items(made, drawn, where, viewer)
    details = {"seed": seed, "frame": len(units), "drawn": len(drawn)}
    record(Event.SAMPLE_DRAWN, actor=viewer.user, target=made, details=details)
    return made


def _write_items(
    made: Draw, drawn: Sequence[Unit], where: dict[int, tuple[int, int]], viewer: Viewer
) -> None:
    twice = read_twice([unit.key for unit in drawn], seed=made.seed)
    Item.objects.bulk_create(
        Item(
            draw=made,
            direction=Direction.RECORD,
            position=position,
            county_id=unit.county,
            charge_id=unit.key,
            person_id=where[unit.key][0],
            court_id=where[unit.key][1],
            record_type=unit.stratum.split("/")[0],
            risk=unit.stratum.split("/")[1],
            is_read_twice=unit.key in twice,
            entered_by=viewer.user,
        )
        for position, unit in enumerate(drawn, start=1)
    )
