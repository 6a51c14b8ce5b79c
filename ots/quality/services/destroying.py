"""What goes with a count that a court orders destroyed: its place in samples, and the scan."""

from collections.abc import Iterator
from functools import partial

from django.db import models, transaction
from django.db.models import Q

from offenders.models import CourtCase
from offenders.services.destruction import Destroyed
from ots.quality.models import Comparison, Finding, Item


def rows_that_go(destroyed: Destroyed) -> Iterator[models.QuerySet[models.Model]]:
    """Name the findings, readings and items of the counts, and of the case's docket."""
    items = Item._base_manager.filter(_about(destroyed))
    keys = list(items.values_list("pk", flat=True))
    for scan in [item.scan for item in items.exclude(scan="")]:
        transaction.on_commit(partial(scan.storage.delete, scan.name), robust=True)
    yield Finding._base_manager.filter(comparison__item__in=keys)
    yield Comparison._base_manager.filter(item__in=keys)
    yield Item._base_manager.filter(pk__in=keys)


def _about(destroyed: Destroyed) -> Q:
    about = Q(charge__in=destroyed.charges)
    if destroyed.case_id is not None:
        case = CourtCase._base_manager.get(pk=destroyed.case_id)
        about |= Q(court=case.court_id, docket_number=case.docket_number)
    return about
