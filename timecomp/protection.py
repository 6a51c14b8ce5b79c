"""The category of every field of time computation; what is not listed here shows nowhere."""

from ots.access.categories import Category
from ots.access.fields import PLAIN, protect
from timecomp import models

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
            ),
            C.TIME,
        ),
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
            ),
            C.TIME,
        ),
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
            ("run", "first_person", "last_person", "people", "finished_at", "touched"), C.TIME
        ),
    },
)

_INPUTS: dict[Category, str] = {
    C.IDENTITY: "age born",
    C.LEGAL: (
        "approved_on begin code convicted_on credited earlier_convictions felonies_named firearm "
        "first first_served_credit_days habitual is_attempt is_consecutive is_in_a_string "
        "is_mandatory_life is_sexually_delinquent is_truth_in_sentencing jail_credit_days kind "
        "last listed maximum "
        "maximum_months minimum minimum_months offense_date original_credit_days "
        "preceding_sentenced_on predicate predicate_code same_day_prison_terms sentence_days "
        "sentenced_on stated stated_years statutory statutory_months surrendered_on term "
        "uncredited year_of_sentence years"
    ),
    C.TIME: (
        "accrual applies_to awarded_days calendar_end calendar_minimum ceiling_days claim "
        "credit_days day earned_days end forfeited_days good_time_days maximum_discharge maximums "
        "minimums months net_minimum ordered_days prior_end regime regular_days replaced_start "
        "restored_days special_days start"
    ),
    C.CUSTODY: (
        "class_ counted_days days days_served dead_days dead_from free_days jail_days_served "
        "stays tickets_without_days violated_on"
    ),
    C.SUPERVISION: "released_on",
    C.WARRANT: "days_before_detainer detainer_on",
    # Flags such as victim_under_13 say something about the victim.
    C.VICTIM: "flags",
}

# The category of each fact that a step of a worksheet names; one not listed here is withheld.
STEP_INPUTS: dict[str, Category] = {
    name: category for category, names in _INPUTS.items() for name in names.split()
}
