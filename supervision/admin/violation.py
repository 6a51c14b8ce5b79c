"""Codes of violations, grids and answers; a change is a new row from its first day."""

from django.contrib import admin

from ots.access.admin.site import OpenAdmin, site
from supervision.models import GridCell, GridInForce, ResponseKind, ViolationCode


@admin.register(ViolationCode, site=site)
class ViolationCodeAdmin(OpenAdmin):
    """What may be reported; severity is policy, legal type is law."""

    list_display = ["code", "title", "severity", "legal_type", "is_active", "standing"]
    list_filter = ["is_active", "severity", "legal_type"]
    search_fields = ["code", "title"]


@admin.register(GridCell, site=site)
class GridCellAdmin(OpenAdmin):
    """Which level a grid presumes."""

    list_display = [
        *("grid", "severity", "code", "risk", "level"),
        *("since", "until", "standing", "citation"),
    ]
    list_filter = ["grid", "risk"]


@admin.register(GridInForce, site=site)
class GridInForceAdmin(OpenAdmin):
    """Which grid the agency goes by, from a day."""

    list_display = ["grid", "since", "until", "standing", "citation"]


@admin.register(ResponseKind, site=site)
class ResponseKindAdmin(OpenAdmin):
    """Answers and incentives, from the lightest to the heaviest."""

    list_display = [
        *("title", "level", "rank", "is_incentive", "is_confinement", "most_days"),
        *("since", "until", "standing"),
    ]
    list_filter = ["is_incentive", "level"]
