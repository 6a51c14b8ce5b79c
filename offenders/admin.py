"""Code tables of the record: courts, facilities, statutes. No person's record is here."""

from django.contrib import admin

from offenders.models import Court, Facility, Statute
from ots.access.admin import site
from ots.access.admin.site import OpenAdmin


@admin.register(Court, site=site)
class CourtAdmin(OpenAdmin):
    """Courts; the users of a court's agency reach the people with a case there."""

    list_display = ["name", "code", "kind", "county", "agency"]
    list_filter = ["kind"]
    list_select_related = ["county", "agency"]
    search_fields = ["name", "code"]
    autocomplete_fields = ["county", "agency"]


@admin.register(Facility, site=site)
class FacilityAdmin(OpenAdmin):
    """Prisons, jails and centres; a closed one stays for the records that name it."""

    list_display = ["name", "code", "kind", "county", "is_open"]
    list_filter = ["kind", "is_open"]
    list_select_related = ["county"]
    search_fields = ["name", "code"]
    autocomplete_fields = ["county"]


@admin.register(Statute, site=site)
class StatuteAdmin(OpenAdmin):
    """Offences as the law names them; a change of the law is a new row from its first day."""

    list_display = ["mcl", "pacc", "title", "since", "until", "standing"]
    list_filter = ["standing", "offense_class", "is_misdemeanor"]
    search_fields = ["mcl", "pacc", "title"]
