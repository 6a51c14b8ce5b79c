"""Tables of assessments: levels by result, cut-offs of needs, and the parole guidelines."""

from django.contrib import admin

from ots.access.admin.site import OpenAdmin, site
from supervision.models import GuidelineBound, GuidelineFactor, InstrumentLevel, NeedCutoff

DATED = ("since", "until", "standing", "citation")


@admin.register(InstrumentLevel, site=site)
class InstrumentLevelAdmin(OpenAdmin):
    """The level of supervision that a result suggests."""

    list_display = ("instrument", "result", "rank", "level", *DATED)
    list_filter = ("instrument", "standing")


@admin.register(NeedCutoff, site=site)
class NeedCutoffAdmin(OpenAdmin):
    """From which sum a need is standard or severe."""

    list_display = ("section", "standard_from", "severe_from", "most", *DATED)


@admin.register(GuidelineBound, site=site)
class GuidelineBoundAdmin(OpenAdmin):
    """The totals that part low, average and high probability of release."""

    list_display = ("name", "total", *DATED)


@admin.register(GuidelineFactor, site=site)
class GuidelineFactorAdmin(OpenAdmin):
    """What the sections of the guidelines score; empty until confirmed."""

    list_display = ("section", "factor", "points", *DATED)
    list_filter = ("section", "standing")
