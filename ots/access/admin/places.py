"""Agencies, regions, offices and counties, and how long an emergency opens a record."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from ots.access.admin.site import OpenAdmin, site
from ots.access.models import Agency, County, EmergencyTerm, IdleLimit, Office, Region


@admin.register(Agency, site=site)
class AgencyAdmin(OpenAdmin):
    """Organisations whose people sign in."""

    list_display = ["name", "code", "kind", "ori"]
    list_filter = ["kind"]
    search_fields = ["name", "code", "ori"]


@admin.register(Office, site=site)
class OfficeAdmin(OpenAdmin):
    """Places of work."""

    list_display = ["name", "code", "agency", "county", "region", "is_active"]
    list_filter = ["is_active", "agency", "region"]
    list_select_related = ["agency", "county", "region"]
    search_fields = ["name", "code"]
    autocomplete_fields = ["agency", "county"]


@admin.register(County, site=site)
class CountyAdmin(OpenAdmin):
    """The counties of the state."""

    list_display = ["name", "code", "fips", "seat"]
    search_fields = ["name", "fips"]


@admin.register(Region, site=site)
class RegionAdmin(OpenAdmin):
    """Groups of offices; a right on one reaches the people of all of them."""

    list_display = ["name"]
    search_fields = ["name"]


@admin.register(IdleLimit, site=site)
class IdleLimitAdmin(OpenAdmin):
    """After how many minutes without activity a role's sessions lock."""

    list_display = ["role", "minutes"]
    list_select_related = ["role"]


@admin.register(EmergencyTerm, site=site)
class EmergencyTermAdmin(OpenAdmin):
    """How long breaking the glass opens a record; a new term is a new row from its first day."""

    list_display = ["since", "minutes"]

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Keep the terms of the past as they were."""
        return False
