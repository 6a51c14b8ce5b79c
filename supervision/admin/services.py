"""Panels and cut-offs of tests, groups called for tests, programs, and bands of lateness."""

from django.contrib import admin

from ots.access.admin.site import OpenAdmin, site
from supervision.models import (
    CallScheme,
    Cutoff,
    DelinquencyBand,
    DrugPanel,
    PanelSubstance,
    Program,
)


@admin.register(DrugPanel, site=site)
class DrugPanelAdmin(OpenAdmin):
    """Sets of substances; one no longer used stays for the tests that name it."""

    list_display = ["name", "code", "is_active"]
    search_fields = ["name", "code"]


@admin.register(PanelSubstance, site=site)
class PanelSubstanceAdmin(OpenAdmin):
    """What a panel looks for, from a day on."""

    list_display = ["panel", "analyte", "since", "until", "standing", "citation"]
    list_filter = ["panel"]
    list_select_related = ["panel"]


@admin.register(Cutoff, site=site)
class CutoffAdmin(OpenAdmin):
    """From which concentration a substance counts as found."""

    list_display = [
        *("analyte", "screening", "confirmation", "unit"),
        *("since", "until", "standing", "citation"),
    ]


@admin.register(CallScheme, site=site)
class CallSchemeAdmin(OpenAdmin):
    """Groups of an office: how many are called, how often, with what gap."""

    list_display = [
        *("name", "office", "kind", "times_a_month", "minimum_gap_days"),
        *("call_in_code", "is_active"),
    ]
    list_filter = ["kind", "is_active"]
    list_select_related = ["office"]
    autocomplete_fields = ["office"]


@admin.register(Program, site=site)
class ProgramAdmin(OpenAdmin):
    """Programs and who provides them."""

    list_display = ["name", "provider", "kind", "target_hours", "is_part_2", "is_active"]
    list_filter = ["kind", "is_part_2", "is_active"]
    search_fields = ["name", "provider"]


@admin.register(DelinquencyBand, site=site)
class DelinquencyBandAdmin(OpenAdmin):
    """From how many days late a person is in which band."""

    list_display = ["label", "days_from", "since", "until", "standing", "citation"]
