"""Weights of fields and targets of measures, from a day on."""

from django.contrib import admin

from ots.access.admin.site import OpenAdmin, site
from ots.quality.models import Target, Weight


@admin.register(Weight, site=site)
class WeightAdmin(OpenAdmin):
    """How much an error in a field weighs."""

    list_display = ["field", "severity", "since", "until", "standing", "citation"]
    list_filter = ["severity"]


@admin.register(Target, site=site)
class TargetAdmin(OpenAdmin):
    """When a measure is green, amber or red."""

    list_display = ["measure", "green", "amber", "days", "since", "until", "standing"]
