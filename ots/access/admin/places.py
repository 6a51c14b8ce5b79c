"""Agencies, offices and counties."""

from django.contrib import admin

from ots.access.admin.site import OpenAdmin, site
from ots.access.models import Agency, County, Office


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
    list_filter = ["is_active", "agency"]
    list_select_related = ["agency", "county"]
    search_fields = ["name", "code"]
    autocomplete_fields = ["agency", "county"]


@admin.register(County, site=site)
class CountyAdmin(OpenAdmin):
    """The counties of the state."""

    list_display = ["name", "code", "fips", "seat"]
    search_fields = ["name", "fips"]
