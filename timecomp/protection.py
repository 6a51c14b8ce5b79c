"""The category of every field of time computation; what is not listed here shows nowhere."""

from functools import partial

from django.db.models import Exists, Model, OuterRef, Q

from offenders.models import Charge, SealOrder
from offenders.models.restriction import SealAction
from ots.access.categories import Category
from ots.access.closures import Closure
from ots.access.fields import AUTHORSHIP, PLAIN, protect, protect_rows
from ots.access.permissions import Permission
from ots.access.scopes import keep_rows_by
from ots.access.viewer import Viewer
from timecomp import models
from timecomp.selectors.standing import withheld_by_an_order
from timecomp.selectors.step_inputs import TOLD_BY_RULE

C = Category

_KEYS = {"id": PLAIN, "pk": PLAIN, "person": PLAIN}

protect(
    models.Computation,
    {
        **_KEYS,
        **dict.fromkeys(
            (
                "run",
                "as_of",
                # Mixed content: pages show it only through the worksheet, part by part.
                "facts",
                "facts_version",
                "facts_digest",
                "law_version",
                "results",
                "results_digest",
                "earliest_release_date",
                "maximum_discharge_date",
                "parole_discharge_date",
                "controlling_minimum",
                "controlling_maximum",
                "exception_count",
                "cause",
                "get_cause_display",
                "prompted_by",
                "moved",
                "computed_at",
                "superseded_at",
                "raised",
                "certifications",
                "is_official",
                "open_questions",
                "moves_told",
                "because_told",
            ),
            C.TIME,
        ),
        "person_id": PLAIN,
        "certified_by_me": PLAIN,
        "person_name": C.IDENTITY,
        "facility_name": C.CUSTODY,
        "holds_and_detainers": C.WARRANT,
        "actor": C.STAFF,
    },
)
protect(
    models.ComputationException,
    {
        **_KEYS,
        **dict.fromkeys(
            (
                "computation",
                "rule",
                "sentence_label",
                "message",
                "opened_at",
                "closed_at",
                "is_open",
                "assigned_at",
                "release",
            ),
            C.TIME,
        ),
        "assigned_to": C.STAFF,
        "person_id": PLAIN,
        "person_name": C.IDENTITY,
    },
)
protect(
    models.ClerkDecision,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "kind",
                "get_kind_display",
                "rule",
                "sentence_label",
                "message",
                "date_name",
                "value",
                "system_value",
                "authority",
                "decided_on",
                "until",
            ),
            C.TIME,
        ),
    },
)
protect(
    models.Certification,
    {
        **_KEYS,
        **dict.fromkeys(
            (
                "computation",
                "act",
                "get_act_display",
                "answers",
                "answered_by",
                "second_needed_for",
                "makes_official",
                "acted_at",
            ),
            C.TIME,
        ),
        **dict.fromkeys(("clerk", "first_clerk", "note"), C.STAFF),
    },
)
protect(models.RuleProfile, {"id": PLAIN, "pk": PLAIN, "rules": C.TIME, "people": C.TIME})
protect(models.PersonProfile, {"pk": PLAIN, "person": PLAIN, "profile": C.TIME})
protect(
    models.RecomputationRequest,
    {
        **_KEYS,
        **dict.fromkeys(("prompted_by", "requested_at", "attempts"), C.TIME),
        "actor": C.STAFF,
    },
)
# The law is nobody's secret.
protect(
    models.LawVersion,
    dict.fromkeys(("pk", "version", "first_seen_at", "parameters", "rules", "files"), PLAIN),
)
# Figures over everybody are no person's data: who may open the page may read them.
protect(
    models.ImpactRun,
    {
        **dict.fromkeys(
            (
                "id",
                "pk",
                "scenario_id",
                "title",
                "scenario",
                "law_version",
                "as_of",
                "state",
                "get_state_display",
                "is_running",
                "has_finished",
                "percent",
                "population",
                "recomputed",
                "done",
                "figures",
                "seconds",
                "started_at",
                "finished_at",
                "people",
                "projections",
            ),
            PLAIN,
        ),
        "started_by": C.STAFF,
    },
)
protect(
    models.Projection,
    {
        **dict.fromkeys(
            ("id", "pk", "run", "title", "law_version", "as_of", "rates", "figures", "made_at"),
            PLAIN,
        ),
        "made_by": C.STAFF,
    },
)
protect(
    models.ImpactPerson,
    {
        **_KEYS,
        "person_id": PLAIN,
        "run": PLAIN,
        "person_name": C.IDENTITY,
        **dict.fromkeys(("before", "after", "shift_days"), C.TIME),
        "facility": C.CUSTODY,
        **dict.fromkeys(("county", "offence_group"), C.LEGAL),
    },
)
protect(
    models.NightlyRun,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            (
                "as_of",
                "law_version",
                "state",
                "get_state_display",
                "is_running",
                "percent",
                "seconds",
                "people_per_second",
                "started_at",
                "finished_at",
                "people",
                "recomputed",
                "changed",
                "moved",
                "exceptions",
                "failed",
                "read_seconds",
                "evaluate_seconds",
                "write_seconds",
                "touched",
                "causes",
                "unexplained",
                "summary_sent_at",
                "chunks",
                "computations",
            ),
            C.TIME,
        ),
    },
)
protect(
    models.NightlyChunk,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            (
                "run",
                "first_person",
                "last_person",
                "people",
                "finished_at",
                "worker",
                "seconds",
                "changed",
                "failed",
                "touched",
                "causes",
            ),
            C.TIME,
        ),
    },
)


def _told_by_its_rule(record: Model) -> Category | None:
    if isinstance(record, models.ComputationException | models.ClerkDecision):
        return TOLD_BY_RULE.get(record.rule)
    return None


protect_rows(models.ComputationException, _told_by_its_rule)
protect_rows(models.ClerkDecision, _told_by_its_rule)


def _not_of_closed_records(viewer: Viewer, *, written: str) -> Q | None:
    """Leave out what was computed from records that are closed to the viewer.

    What is computed after an order knows nothing of what it sealed or destroyed.
    """
    closed = Q()
    if not viewer.may_category(C.YOUTHFUL):
        counts = Charge._base_manager.filter(closure=Closure.YOUTHFUL)
        closed |= Q(Exists(counts.filter(case__person=OuterRef("person"))))
    orders = SealOrder.objects.filter(person=OuterRef("person"), recorded_at__gte=OuterRef(written))
    closed |= Q(Exists(orders.filter(action=SealAction.EXPUNGE)))
    if not viewer.may(Permission.RECORD_SEALED):
        closed |= Q(withheld_by_an_order(written=written))
    return ~closed


keep_rows_by(models.Computation, partial(_not_of_closed_records, written="computed_at"))
keep_rows_by(
    models.Certification, partial(_not_of_closed_records, written="computation__computed_at")
)
keep_rows_by(models.ImpactPerson, partial(_not_of_closed_records, written="run__started_at"))
