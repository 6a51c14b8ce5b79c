"""One person of whom everything is recorded: every field of every table holds its own mark.

Whoever may not see a field must meet its mark nowhere. The tables are read from the code, so a
new table or field is marked without anybody thinking of it; where a constraint asks for more than
a mark, ``GIVEN`` says what.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, singledispatch

from django.contrib.postgres.fields import ArrayField
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone

from offenders.models import (
    Address,
    Charge,
    ChargeParticulars,
    Court,
    CourtCase,
    CustodyPeriod,
    Detainer,
    EmergencyOpening,
    Employment,
    Facility,
    Hearing,
    Hold,
    Identifier,
    Person,
    PersonClosure,
    PersonName,
    Phone,
    Photograph,
    SealOrder,
    Sentence,
    SentenceTerms,
    Statute,
    TreatmentConsent,
    Warrant,
)
from ots.access.fields import protected_models
from ots.access.models import Agency, Course, Office, User
from ots.access.viewer import viewer_for
from ots.audit.models import AuditEntry
from ots.oversight.models import Incident
from ots.oversight.services.incidents import Noticed, report_incident
from ots.quality.choices import Direction, FieldKey, Outcome, RecordType
from ots.quality.models import Comparison, Draw, Finding, Item
from supervision.choices.period import SupervisionType
from supervision.models import (
    AbscondingEpisode,
    Assignment,
    ContactStandard,
    LevelPeriod,
    Obligation,
    ProtectedVictim,
    Recommendation,
    Scoring,
    ScoringOverride,
    StandardsPause,
    SupervisionPeriod,
    TravelPermit,
    VictimNotice,
)
from tests import factories
from tests.access import world_conditions, world_contacts, world_services, world_violations
from tests.access.compact_world import compact_values
from tests.factories.person import RECORDER, small_photograph
from tests.factories.supervision_obligations import add_standard
from timecomp.choices import ImpactState, RunState
from timecomp.law.proposals.editing import as_toml, shipped_values
from timecomp.law.rule_book import rule_book
from timecomp.models import ImpactRun, NightlyRun, Projection
from timecomp.services.computing import compute_person

FIRST_DAY = date(2003, 1, 6)
DAYS_APART = 17
# A shorter column cannot hold a word of its own.
MARK_LENGTH = 6

# What stands in a field instead of a mark, because a constraint or a page needs it.
GIVEN: dict[str, object] = {
    **world_services.GIVEN,
    **world_violations.GIVEN,
    "offenders.ChargeParticulars.offense_code": "750.529",
    "offenders.Identifier.kind": "mdoc",
    "offenders.JudgmentOfSentence.kind": "original",
    # What closes or seals the record would hide the rest.
    "offenders.PersonClosure.kind": "lifted",
    "offenders.SealOrder.action": "unseal",
    "offenders.PersonName.kind": "legal",
    "offenders.Sentence.label": "A",
    "offenders.SentenceTerms.maximum_years": 15,
    "offenders.SentenceTerms.minimum_years": 2,
    # A vacated sentence would hide the rest.
    "offenders.SentenceTerms.vacated_on": None,
    "offenders.Statute.mcl": "750.529",
    "offenders.Warrant.status": "active",
    **world_conditions.GIVEN,
    **world_contacts.GIVEN,
    "supervision.RiskAssessment.instrument": "COMPAS",
    # What is excused is closed.
    "supervision.Obligation.excuse": "",
    "supervision.RiskAssessment.score": 7,
    # An instrument that is known, and an override that waits.
    "supervision.Scoring.instrument": "psa",
    "supervision.Scoring.version": "2018",
    "supervision.ScoringOverride.decided_on": None,
    "supervision.PlanState.closed_on": None,
    # A permit is printed once it is granted.
    "supervision.TravelPermit.status": "granted",
    "timecomp.ClerkDecision.kind": "override",
}

# Recorded a second time with the days that may be empty left empty: what is still open.
OPEN_TOO = (
    AbscondingEpisode,
    Address,
    Assignment,
    CustodyPeriod,
    Detainer,
    Employment,
    Hold,
    LevelPeriod,
    Obligation,
    Phone,
    StandardsPause,
    SupervisionPeriod,
    Warrant,
)

# Columns that are the same in every row or say nothing about the person.
UNMARKED = {"id", "person", "recorded_at", "supersedes", "superseded_at"}


# A second period of one type may not overlap the first.
UNLIKE_THE_OTHER = {"supervision_type": SupervisionType.values[1]}


def other_sentence(world: "World") -> Sentence:
    """Return a second sentence, for no sentence follows itself."""
    charge = world.record(Charge, count_number=2)
    second = world.record(Sentence, charge=charge, label="B")
    world.record(ChargeParticulars, charge=charge)
    world.record(SentenceTerms, sentence=second)
    return second


MADE = {"offenders.ConsecutiveLink.after": other_sentence}


@dataclass
class World:
    """The person, a row of each table, and which field each mark stands for."""

    rows: dict[type[models.Model], models.Model] = field(default_factory=dict)
    marks: dict[str, tuple[type[models.Model], str]] = field(default_factory=dict)
    days: int = 0

    @property
    def person(self) -> Person:
        """Return the person everything is about."""
        return self.row(Person)

    def row(self, model):
        """Return the row of the table, made when first asked for."""
        if model not in self.rows:
            self.rows[model] = self.record(model)
        return self.rows[model]

    def record(self, model, **given):
        """Record one more row of the table."""
        values = {each.name: self.value(model, each) for each in _columns(model)}
        return model._default_manager.create(**{**values, **given})

    def value(self, model, column):
        """Return what to put in the column: what is given, a choice, or a mark."""
        label = f"{model._meta.label}.{column.name}"
        if label in MADE:
            return MADE[label](self)
        if label in GIVEN:
            return GIVEN[label]
        if column.choices:
            return column.choices[0][0]
        return marked(column, self, model)

    def word(self, model, name: str) -> str:
        """Return a new word that stands for the field."""
        word = f"MK{1000 + len(self.marks)}"
        self.marks[word] = (model, name)
        return word

    def day(self, model, name: str) -> date:
        """Return a new day that stands for the field, later than those before."""
        self.days += 1
        day = FIRST_DAY + timedelta(days=DAYS_APART * self.days)
        while day in days_of_the_law():
            day += timedelta(days=1)
        for shown in (f"{day:%b} {day.day}, {day.year}", day.isoformat(), f"{day:%m/%d/%Y}"):
            self.marks[shown] = (model, name)
        return day


@cache
def days_of_the_law() -> frozenset[date]:
    """Return the days that the book of rules shows to everybody: they are nobody's mark."""
    book = rule_book()
    rules = {day for each in book.rules for day in (each.since, each.until) if day}
    values = {value.since for each in book.parameters for value in each.values if value.since}
    return frozenset(rules | values)


def whole_world() -> World:
    """Record the person and a row of every table that can be marked."""
    world = World()
    for model in marked_models():
        world.row(model)
    for model in OPEN_TOO:
        world.record(model, **{each.name: None for each in _columns(model) if _may_be_open(each)})
    soon = timezone.now() + timedelta(days=5)
    world.record(Hearing, scheduled_at=soon, outcome="")
    world.record(SupervisionPeriod, expected_end_on=soon.date(), ended_on=None, **UNLIKE_THE_OTHER)
    world.record(Identifier, kind="ssn", value="987654321")
    world.marks["987654321"] = world.marks["987-65-4321"] = (Identifier, "ssn")
    world.record(PersonName, kind="alias")
    world_conditions.open_conditions(world)
    world_services.balance_the_ledger(world)
    compute_person(RECORDER, world.person.pk, event="tests")
    return world


def marked_models() -> list[type[models.Model]]:
    """List the protected tables of people; grants of reach and tokens of forms hold no facts."""
    own = [model for model in protected_models() if model._meta.app_label in MARKED_APPS]
    return [
        model
        for model in own
        if isinstance(model._meta.pk, models.AutoField)
        and not model.__name__.endswith("ObjectPermission")
    ]


# What other apps store is computed from these, and is computed by their own services.
MARKED_APPS = ("offenders", "supervision")


def _columns(model) -> list[models.Field]:
    return [
        column
        for column in model._meta.concrete_fields
        if column.name not in UNMARKED - _needed(model) and not column.primary_key
    ]


def _needed(model) -> set[str]:
    return {"person"} if any(each.name == "person" for each in model._meta.fields) else set()


def _may_be_open(column: models.Field) -> bool:
    return isinstance(column, models.DateField) and column.null


@singledispatch
def marked(column, world: World, model):
    """Return a mark that fits the column; what cannot be marked keeps its default."""
    return column.get_default() if column.has_default() or column.null else 1


@marked.register
def _(column: models.CharField, world, model):
    return world.word(model, column.name) if (column.max_length or 0) >= MARK_LENGTH else ""


@marked.register
def _(column: models.TextField, world, model):
    return world.word(model, column.name)


@marked.register
def _(column: models.DateField, world, model):
    return world.day(model, column.name)


@marked.register
def _(column: models.DateTimeField, world, model):
    return datetime.combine(world.day(model, column.name), time(15), tzinfo=UTC)


@marked.register
def _(column: models.FileField, world, model):
    return ContentFile(b"%PDF-1.4", name=f"{world.word(model, column.name)}.pdf")


@marked.register
def _(column: models.ImageField, world, model):
    return ContentFile(small_photograph(), name=f"{world.word(model, column.name)}.jpg")


@marked.register
def _(column: ArrayField, world, model):
    # Numbers name rows elsewhere: no word stands for them.
    if not isinstance(column.base_field, models.CharField | models.TextField):
        return []
    if column.base_field.choices:
        return [column.base_field.choices[0][0]]
    return [world.word(model, column.name)]


@marked.register
def _(column: models.ForeignKey, world, model):
    target = column.related_model
    if target in {Person, *marked_models()} and target is not model:
        return world.row(target)
    return NAMED[target](world.word(model, column.name))


# Rows of tables about nobody carry the mark as their name: a hidden link must not name its end.
NAMED = {
    **world_conditions.NAMED,
    **world_contacts.NAMED,
    **world_services.NAMED,
    **world_violations.NAMED,
    Agency: factories.agency,
    ContactStandard: lambda mark: (
        ContactStandard.objects.filter(since=FIRST_DAY).first()
        or add_standard(title=mark, since=FIRST_DAY)
    ),
    Course: lambda mark: Course.objects.create(
        code=mark, name=mark, valid_months=12, ask="The coordinator"
    ),
    Court: factories.court,
    Facility: factories.facility,
    Office: factories.office,
    Statute: lambda mark: factories.statute(pacc=mark, title=mark),
    User: lambda mark: factories.user(mark, role="Analyst"),
}


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


def quality_values(world: World) -> dict[str, object]:
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


def page_values(world: World) -> dict[str, object]:
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
        **world_contacts.contact_values(world),
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
        "account": User.objects.latest("pk").pk,
        **world_conditions.condition_values(world),
        **world_services.service_values(world),
        **world_violations.violation_values(world),
        **quality_values(world),
        **compact_values(world.person),
    }
