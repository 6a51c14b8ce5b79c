"""Lists of offenses, and when victims are told of what."""

from django.contrib import admin

from ots.access.admin.site import OpenAdmin, site
from supervision.models import NoticeRule, OffenseListing


@admin.register(OffenseListing, site=site)
class OffenseListingAdmin(OpenAdmin):
    """A section of law on a list; it leaves the list on its last day and is not deleted."""

    list_display = [
        *("list_name", "code", "maximum_months_at_least", "since", "until", "standing"),
        "citation",
    ]
    list_filter = ["list_name", "standing"]


@admin.register(NoticeRule, site=site)
class NoticeRuleAdmin(OpenAdmin):
    """Of what victims are told, by when, and whether it has to wait for that."""

    list_display = ["trigger", "within_days", "blocks", "since", "until", "standing", "citation"]
    list_filter = ["standing"]
