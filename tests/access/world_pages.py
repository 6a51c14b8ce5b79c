"""What fills the parts of the pages' addresses in the world of marks."""

from django.utils import timezone

from offenders.models import (
    Charge,
    CourtCase,
    CustodyPeriod,
    EmergencyOpening,
    PersonClosure,
    Photograph,
    SealOrder,
    Sentence,
    TreatmentConsent,
)
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.audit.models import AuditEntry
from ots.oversight.models import Concern, Incident
from ots.oversight.services.incidents import Noticed, report_incident
from ots.quality.choices import Direction, FieldKey, Outcome, RecordType
from ots.quality.models import Comparison, Draw, Finding, Item
from supervision.models import (
    Obligation,
    ProtectedVictim,
    Recommendation,
    Scoring,
    ScoringOverride,
    TravelPermit,
    VictimNotice,
)
from tests import factories
from tests.access.compact_world import compact_values
from tests.access.world_conditions import condition_values
from tests.access.world_contacts import contact_values
from tests.access.world_marks import FIRST_DAY
from tests.access.world_services import service_values
from tests.access.world_violations import violation_values
from timecomp.choices import ImpactState, RunState
from timecomp.law.proposals.editing import as_toml, shipped_values
from timecomp.models import ImpactRun, NightlyRun, Projection


def nightly_run() -> NightlyRun:
    """Return a run that is about nobody in particular."""
    return NightlyRun.objects.create(
        as_of=FIRST_DAY, law_version="x", state=RunState.FINISHED, started_at=timezone.now()
    )


def law_run() -> ImpactRun:
    """Return a finished run of a proposed law that moved nobody."""
    return ImpactRun.objects.create(
        scenario_id="wi_tis_85",
        title="x",
        scenario=as_toml(shipped_values("wi_tis_85")),
        law_version="x",
        as_of=FIRST_DAY,
        state=ImpactState.FINISHED,
        started_at=timezone.now(),
    )


def projection() -> Projection:
    """Return a projection of an empty prison."""
    return Projection.objects.create(
        title="x", law_version="x", as_of=FIRST_DAY, rates={}, figures={"months": {}}
    )


def quality_values(world) -> dict[str, object]:
    """Return a sample with the person's count in it, read by nobody, and a finding of its own."""
    made = Draw.objects.create(
        purpose="x",
        seed=1,
        confidence="0.95",
        error_rate="0.05",
        per_county=59,
        as_of=FIRST_DAY,
        frame_size=1,
        frame_digest="x",
    )
    columns = {
        "direction": Direction.RECORD,
        "court": world.row(CourtCase).court,
        "person": world.person,
        "charge": world.row(Charge),
        "record_type": RecordType.SENTENCE,
    }
    item = Item.objects.create(draw=made, **columns)
    compared = Comparison.objects.create(
        item=Item.objects.create(**columns),
        reading=1,
        field=FieldKey.DOCKET,
        severity=3,
        outcome=Outcome.MISMATCH,
        held=world.row(CourtCase).docket_number,
        read_at=timezone.now(),
    )
    found = Finding.objects.create(comparison=compared, answer_due_on=FIRST_DAY)
    return {"sample": made.pk, "item": item.pk, "finding": found.pk}


def incident() -> Incident:
    """Return an incident that somebody reported."""
    reporter = viewer_for(factories.user("Reporter", role="Analyst"))
    noticed = Noticed(
        kind="device",
        discovered_at=timezone.now(),
        where="Lansing",
        description="A token is gone.",
        may_concern_records=False,
    )
    return report_incident(reporter, noticed)


def concern(person) -> Concern:
    """Return what somebody says is wrong in the person's record."""
    return Concern.objects.create(
        kind="fact",
        desk="records",
        page="offenders:person",
        address=f"/people/{person.pk}/",
        person=person,
        words="The year is another.",
        told_by=factories.user("Teller", role="Analyst"),
        told_at=timezone.now(),
    )


def page_values(world) -> dict[str, object]:
    """Return what fills the parts of the pages' addresses, by the part's name."""
    return {
        "person": world.person.pk,
        "sentence": world.row(Sentence).pk,
        "custody": world.row(CustodyPeriod).pk,
        "photograph": world.row(Photograph).pk,
        "opening": world.record(EmergencyOpening).pk,
        "grant": 1,
        "closure": world.row(PersonClosure).pk,
        "seal": world.row(SealOrder).pk,
        "consent": world.row(TreatmentConsent).pk,
        "cover": 1,
        "instrument": "psa",
        "scoring": world.row(Scoring).pk,
        "override": world.row(ScoringOverride).pk,
        **contact_values(world),
        "goal": 1,
        "step": 1,
        "obligation": world.record(Obligation, done_on=None, closed_on=None).pk,
        "key": "A-start",
        "run": nightly_run().pk,
        "law_run": law_run().pk,
        "scenario": "wi_tis_85",
        "projection": projection().pk,
        "entry": AuditEntry.objects.latest("pk").pk,
        "question": "denied",
        "recommendation": world.row(Recommendation).pk,
        "permit": world.row(TravelPermit).pk,
        "victim": world.row(ProtectedVictim).pk,
        "notice": world.row(VictimNotice).pk,
        "incident": incident().pk,
        "concern": concern(world.person).pk,
        "account": User.objects.latest("pk").pk,
        **condition_values(world),
        **service_values(world),
        **violation_values(world),
        **quality_values(world),
        **compact_values(world.person),
    }
