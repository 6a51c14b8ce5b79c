"""Groups called for tests, what was drawn, and the proof that nothing but the seed decided it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.choices.drug_test import SchemeKind
from supervision.models import (
    CallScheme,
    SchemeMembership,
    SeedCommitment,
    Selection,
    SelectionDraw,
)
from supervision.rules.selection import (
    Candidate,
    Drawn,
    Terms,
    digest_of,
    draw_days,
    draw_people,
)

DRAWS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """A group: how many are in it, what is committed and what was drawn."""

    scheme: CallScheme
    people: int
    commitments: list[SeedCommitment]


@dataclass(frozen=True, slots=True)
class SelectedLine:
    """A person in the viewer's reach who was drawn."""

    person_id: int
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class Proof:
    """What tells that a draw was made by the seed whose hash was put down before."""

    draw: SelectionDraw
    is_seed_the_committed: bool
    was_committed_before: bool
    is_drawn_as_recorded: bool
    selected: list[SelectedLine]
    others: int

    @property
    def holds(self) -> bool:
        """Say whether all three hold."""
        return (
            self.is_seed_the_committed and self.was_committed_before and self.is_drawn_as_recorded
        )


def schemes_seen_by(viewer: Viewer) -> QuerySet[CallScheme]:
    """Return the groups of the viewer's own office and of those supervised."""
    offices = set(viewer.office_ids)
    if viewer.user is not None and viewer.user.office_id is not None:
        offices.add(viewer.user.office_id)
    return CallScheme.objects.filter(office__in=offices).select_related("office", "panel")


def scheme_lines(viewer: Viewer, *, on: date) -> list[SchemeLine]:
    """Return the groups with their draws: two queries."""
    still_in = Q(memberships__ended_on__isnull=True) | Q(memberships__ended_on__gt=on)
    rows = schemes_seen_by(viewer).annotate(
        people=Count(
            "memberships",
            filter=still_in
            & Q(memberships__superseded_at__isnull=True, memberships__began_on__lte=on),
        )
    )
    found = list(rows)
    commitments: dict[int, list[SeedCommitment]] = {each.pk: [] for each in found}
    for each in SeedCommitment.objects.filter(scheme__in=found).select_related("draw"):
        commitments[each.scheme_id].append(each)
    return [SchemeLine(each, each.people, commitments[each.pk][:DRAWS_SHOWN]) for each in found]


def scheme_choices(viewer: Viewer) -> list[tuple[int, str]]:
    """Return the groups in use, as choices of a form."""
    rows = schemes_seen_by(viewer).filter(is_active=True)
    return [(each.pk, f"{each.name}, {each.office}") for each in rows]


def proof_of(reading: Reading, draw_id: int) -> Proof:
    """Return the proof of a draw of the viewer's offices; 404 where there is none such."""
    made = (
        SelectionDraw.objects.filter(commitment__scheme__in=schemes_seen_by(reading.viewer))
        .select_related("commitment__scheme__office")
        .filter(pk=draw_id)
        .first()
    )
    if made is None or not reading.sees(SelectionDraw, "seed"):
        raise Http404("No such draw.")
    recorded = set(made.selections.values_list("person_id", "on"))
    rows = in_scope(reading.viewer, Selection.objects.all(), person="person")
    shown = list(rows.filter(draw=made).select_related("person"))
    return Proof(
        draw=made,
        is_seed_the_committed=digest_of(made.seed) == made.commitment.digest,
        was_committed_before=made.commitment.committed_at < made.drawn_at,
        is_drawn_as_recorded={(each.person_id, each.on) for each in draw_again(made)} == recorded,
        selected=[
            SelectedLine(each.person_id, str(reading.masked(each.person).full_name), each.on)
            for each in shown
        ],
        others=len(recorded) - len(shown),
    )


def draw_again(made: SelectionDraw) -> tuple[Drawn, ...]:
    """Return what the seed and the people kept with the draw give: anybody may check it."""
    commitment = made.commitment
    frame = [Candidate.from_text(each) for each in made.frame]
    terms = Terms(commitment.first_day, commitment.last_day, made.times, made.minimum_gap_days)
    by_kind = {SchemeKind.PEOPLE: draw_people, SchemeKind.DAYS: draw_days}
    return by_kind[SchemeKind(made.kind)](made.seed, frame, terms)


def group_of(reading: Reading, person_id: int) -> Masked | None:
    """Return the group that the person is in, if in one."""
    if not reading.sees(SchemeMembership, "scheme"):
        return None
    rows = in_scope(reading.viewer, SchemeMembership.objects.all(), person="person")
    found = rows.filter(person_id=person_id, superseded_at=None, ended_on=None)
    row = found.select_related("scheme").first()
    return reading.masked(row) if row else None


def called_today(viewer: Viewer, *, on: date) -> list[str]:
    """Return what the call-in line announces today: the groups called as a whole."""
    rows = schemes_seen_by(viewer).filter(
        kind=SchemeKind.DAYS, commitments__draw__selections__on=on
    )
    return sorted({each.call_in_code or each.name for each in rows})
