"""What runs of the law leave behind: a night, a proposal that moves somebody, a projection."""

from django.utils import timezone

from ots.access.models import User
from ots.access.viewer import viewer_for
from timecomp.choices import RunState
from timecomp.law.proposals.editing import as_toml, shipped_values
from timecomp.law.rule_book import law_version
from timecomp.models import ImpactRun, NightlyRun
from timecomp.projection.rates import Rates
from timecomp.services.impact import compute_impact_run
from timecomp.services.projecting import make_projection


def runs(who: User, *, people: int) -> dict[str, object]:
    """Record them; return what fills the parts of the pages' addresses."""
    return {
        "law_run": _law_run(who),
        "run": _nightly_run(people),
        "projection": _projection(who),
    }


def _law_run(who: User) -> int:
    """Return a proposed law that moves somebody, computed."""
    run = ImpactRun.objects.create(
        scenario_id="wi_tis_85",
        title="Truth in sentencing at 85 per cent",
        scenario=as_toml(shipped_values("wi_tis_85")),
        law_version=law_version(),
        as_of=timezone.localdate(),
        started_by=who,
        started_at=timezone.now(),
    )
    compute_impact_run(run.pk)
    return run.pk


def _nightly_run(people: int) -> int:
    night = NightlyRun.objects.create(
        as_of=timezone.localdate(),
        law_version=law_version(),
        state=RunState.FINISHED,
        started_at=timezone.now(),
        finished_at=timezone.now(),
        people=people,
        recomputed=people,
    )
    return night.pk


def _projection(who: User) -> int:
    """Return ten years of the population under today's law."""
    return make_projection(viewer_for(who), rates=Rates({})).pk
