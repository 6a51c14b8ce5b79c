"""Naming the court cases for which somebody is transferred."""

from collections.abc import Collection

from django.db import transaction

from interstate.models import CompactCase
from interstate.rules.vocabulary import Side, State
from interstate.selectors.court_cases import may_be_named, named_in
from interstate.selectors.posts import seats_of, sides_of
from interstate.services.drafts import check_reach
from interstate.services.events import lock_case
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event as Trail
from ots.audit.services import record


@transaction.atomic
def name_court_cases(viewer: Viewer, case_id: int, keys: Collection[int]) -> CompactCase:
    """Name the person's court cases that the transfer is for, in place of those named before.

    The sending state's side alone names them, out of what the viewer sees. Raises
    ``NotAllowedError``.
    """
    viewer.require(Permission.COMPACT_ACT)
    case = lock_case(case_id)
    check_reach(viewer, case)
    if Side.SENDING not in sides_of(seats_of(viewer), case):
        raise NotAllowedError("Only the sending state says for which court cases it transfers.")
    if State(case.state).is_over:
        raise NotAllowedError("The case is over: it stays as it ended.")
    name_in(viewer, case, keys)
    return case


def name_in(viewer: Viewer, case: CompactCase, keys: Collection[int]) -> None:
    """Keep which court cases the transfer is for; they have to be the viewer's to name."""
    if unknown := set(keys) - {each.key for each in may_be_named(viewer, case.person_id)}:
        raise NotAllowedError(f"Court case {min(unknown)} is none that you may name here.")
    keep(viewer, case, keys)


def keep(viewer: Viewer, case: CompactCase, keys: Collection[int]) -> None:
    """Keep which court cases the transfer is for; the trail has their numbers of the record."""
    wanted = set(keys)
    before = {each.key for each in named_in(case)}
    if wanted == before:
        return
    case.court_cases.remove(*before - wanted)
    case.court_cases.add(*wanted - before)
    record(
        Trail.COMPACT_COURT_CASES_NAMED,
        actor=viewer.user,
        target=case,
        person_id=case.person_id,
        details={"named": [*sorted(wanted)], "before": [*sorted(before)]},
    )
