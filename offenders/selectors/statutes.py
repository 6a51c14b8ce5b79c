"""Offenses as the law names them, found by section, prosecutor's code or title."""

import re
from datetime import date

from django.db.models import Q, QuerySet

from offenders.models import Statute

SUGGESTED = 12
_CODE = re.compile(r"\[([^\]]+)\]\s*$")


def offense_text(statute: Statute) -> str:
    """Return the text that names one row: ``750.529 Armed robbery [750.529]``."""
    return f"{statute.mcl} {statute.title}" + (f" [{statute.pacc}]" if statute.pacc else "")


def suggested_offenses(text: str) -> list[str]:
    """Return texts of offenses that what was typed may mean, the nearest first."""
    typed = text.strip()
    if not typed:
        return []
    found = Statute.objects.filter(_like(typed)).order_by("mcl", "pacc", "-since")
    texts = dict.fromkeys(offense_text(statute) for statute in found[: SUGGESTED * 4])
    return list(texts)[:SUGGESTED]


def offenses_meant(text: str, *, on: date) -> list[Statute]:
    """Return the offenses in force on a day that a text may mean; one if it is clear."""
    in_force = Statute.objects.filter(since__lte=on).filter(Q(until=None) | Q(until__gt=on))
    typed = text.strip()
    code = _CODE.search(typed)
    tries: list[QuerySet[Statute]] = []
    if code:
        tries.append(in_force.filter(pacc__iexact=code[1], mcl__iexact=typed.split(" ")[0]))
    tries += [
        in_force.filter(pacc__iexact=typed),
        in_force.filter(mcl__iexact=typed),
        in_force.filter(title__iexact=typed),
        in_force.filter(_like(typed)),
    ]
    return next((found for attempt in tries if (found := list(attempt[:SUGGESTED]))), [])


def _like(typed: str) -> Q:
    words = Q()
    for word in typed.split():
        words &= Q(title__icontains=word)
    return Q(mcl__istartswith=typed) | Q(pacc__istartswith=typed) | words
