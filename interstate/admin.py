"""Members, offices and who works there, in administration; no case is here."""

from django.contrib import admin

from interstate.models import (
    Closing,
    CompactOffice,
    Delegate,
    Member,
    ReminderRule,
    TellingRule,
)
from ots.access.admin.site import OpenAdmin, site


@admin.register(Member, site=site)
class MemberAdmin(OpenAdmin):
    """The states and territories of the compact."""

    list_display = ["name", "code", "region", "is_ours"]


@admin.register(CompactOffice, site=site)
class CompactOfficeAdmin(OpenAdmin):
    """Compact offices; packets and the directory name what stands here."""

    list_display = ["name", "member", "kind", "telephone", "email", "administrator"]
    list_select_related = ["member"]
    search_fields = ["name"]


@admin.register(Delegate, site=site)
class DelegateAdmin(OpenAdmin):
    """Who works for which office, reports to whom, and who stands in."""

    list_display = ["user", "office", "post", "reports_to", "away_until", "is_active"]
    list_select_related = ["user", "office", "reports_to__user"]
    list_filter = ["post", "is_active"]


@admin.register(Closing, site=site)
class ClosingAdmin(OpenAdmin):
    """Days on which an office is closed; no limit moves for them."""

    list_display = ["member", "began_on", "ended_on", "note"]
    list_select_related = ["member"]


@admin.register(ReminderRule, site=site)
class ReminderRuleAdmin(OpenAdmin):
    """When who is reminded of what is owed; a change is a new row, the old one ends."""

    list_display = ["__str__", "to", "since", "until", "standing", "citation"]
    list_filter = ["to", "standing", "key"]


@admin.register(TellingRule, site=site)
class TellingRuleAdmin(OpenAdmin):
    """Of which events victims and the portal are told, and whether it presses."""

    list_display = ["event", "outcome", "tells", "presses", "since", "until", "standing"]
    list_filter = ["standing", "presses"]
