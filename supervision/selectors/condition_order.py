"""What a form of conditions starts from: the catalogue, the person's cases, the last order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from offenders.models import CourtCase
from ots.access.fields import may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.choices.condition import TemplateKind
from supervision.models import ConditionTemplate, ConditionTerms


@dataclass(frozen=True, slots=True)
class TemplateGroup:
    """Templates that are counted as one kind of breach."""

    label: str
    templates: tuple[ConditionTemplate, ...]


def templates_in_force(today: date) -> QuerySet[ConditionTemplate]:
    """Return the catalogue as it counts on the day."""
    not_over = Q(until__isnull=True) | Q(until__gt=today)
    return ConditionTemplate._default_manager.filter(not_over, since__lte=today).order_by("code")


def template_at(template_id: int, *, today: date) -> ConditionTemplate:
    """Return a template of the catalogue as it counts on the day; 404 if there is none."""
    return get_object_or_404(templates_in_force(today), pk=template_id)


def templates_by_group(today: date, *, words: str = "") -> Iterator[TemplateGroup]:
    """Yield the catalogue by kind of breach, only what has the words in code, title or text."""
    rows = templates_in_force(today)
    for word in words.split():
        rows = rows.filter(
            Q(code__icontains=word) | Q(title__icontains=word) | Q(wording__icontains=word)
        )
    groups: dict[str, list[ConditionTemplate]] = {}
    for row in rows:
        groups.setdefault(row.get_group_display(), []).append(row)
    for label, templates in groups.items():
        yield TemplateGroup(label, tuple(templates))


def standard_list(person_id: int, *, today: date) -> list[ConditionTemplate]:
    """List the conditions of everybody that ask for nothing more and that the person lacks."""
    standing = ConditionTerms.objects.filter(
        person_id=person_id, superseded_at__isnull=True, ended_on__isnull=True
    )
    held = set(standing.values_list("condition__template__code", flat=True))
    rows = templates_in_force(today).exclude(kind=TemplateKind.SPECIAL).filter(needs_reason=False)
    return [
        row
        for row in rows
        if row.code not in held and not any(each.is_required for each in row.asked)
    ]


def cases_to_name(viewer: Viewer, person_id: int) -> list[tuple[int, str]]:
    """Return the person's cases that an order may belong to."""
    if not may_access(viewer, CourtCase, "docket_number"):
        return []
    rows = in_scope(viewer, CourtCase.objects.all(), person="person").filter(person_id=person_id)
    return [(row.pk, f"{row.docket_number} {row.court}") for row in rows.select_related("court")]


def last_order(viewer: Viewer, person_id: int) -> dict[str, object]:
    """Return what the newest order said, so that its next condition need not repeat it."""
    if not may_access(viewer, ConditionTerms, "ordered_on"):
        return {}
    rows = in_scope(viewer, ConditionTerms.objects.all(), person="person").filter(
        person_id=person_id, superseded_at__isnull=True
    )
    newest = rows.order_by("-recorded_at").first()
    if newest is None:
        return {}
    return {
        "imposed_by": newest.imposed_by,
        "case": newest.case_id,
        "order_number": newest.order_number,
        "ordered_on": newest.ordered_on,
    }
