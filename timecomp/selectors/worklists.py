"""Worklists of certification: what is to be certified, awaits a second clerk, or was sent back."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.utils import timezone

from ots.access.fields import may_access
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from timecomp.choices import CertificationAct
from timecomp.models import Certification, Computation
from timecomp.selectors.queue import soonest
from timecomp.selectors.record_reading import CURRENT

LISTS = {
    "certify": "To certify",
    "second": "Awaiting a second clerk",
    "back": "Sent back",
}


def worklist(viewer: Viewer, name: str) -> QuerySet[Computation]:
    """Return the computations on one of the lists, those of people soon to be released first."""
    if not may_access(viewer, Computation, "results"):
        return Computation.objects.none()
    kept = {"second": _awaiting_second, "back": _sent_back}.get(name, _to_certify)
    standing = in_scope(viewer, Computation.objects.filter(CURRENT), person="person")
    found = kept(standing).select_related("person").defer("facts", "results")
    return found.annotate(certified_by_me=_by(viewer)).order_by(
        *soonest("earliest_release_date", today=timezone.localdate()), "pk"
    )


def awaiting_another(viewer: Viewer) -> int:
    """Count whose dates await a second clerk and were certified by another than the viewer."""
    if not viewer.may(Permission.COMPUTATION_CERTIFY):
        return 0
    return worklist(viewer, "second").exclude(_by(viewer)).count()


def _awaiting_second(standing: QuerySet[Computation]) -> QuerySet[Computation]:
    return standing.filter(
        Exists(_acts(act=CertificationAct.CERTIFIED, makes_official=False))
    ).exclude(Exists(_acts(act__in=(CertificationAct.CONFIRMED, CertificationAct.SENT_BACK))))


def _sent_back(standing: QuerySet[Computation]) -> QuerySet[Computation]:
    newest = Certification.objects.filter(computation=OuterRef("pk")).order_by("-pk")
    back = Exists(_acts(act=CertificationAct.SENT_BACK))
    return (
        standing.filter(back)
        .annotate(newest_act=Subquery(newest.values("act")[:1]))
        .filter(newest_act=CertificationAct.SENT_BACK)
    )


def _to_certify(standing: QuerySet[Computation]) -> QuerySet[Computation]:
    """Those on which nobody acted, and whose official dates, if any, are others."""
    official = Certification.objects.filter(person=OuterRef("person"), makes_official=True)
    results = official.order_by("-pk").values("computation__results")[:1]
    return (
        standing.exclude(Exists(_acts()))
        .alias(official_results=Subquery(results))
        .alias(
            offender_before=KT("official_results__offender"),
            sentences_before=KT("official_results__sentences"),
        )
        .filter(
            ~Exists(official)
            | ~Q(offender_before=KT("results__offender"))
            | ~Q(sentences_before=KT("results__sentences"))
        )
    )


def _acts(**conditions: object) -> QuerySet[Certification]:
    return Certification.objects.filter(computation=OuterRef("pk"), **conditions)


def _by(viewer: Viewer) -> Exists:
    return Exists(_acts(clerk=viewer.user, act=CertificationAct.CERTIFIED))
