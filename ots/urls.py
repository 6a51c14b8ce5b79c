"""All pages."""

from django.urls import include, path

from ots.access.admin import site
from supervision.views.home import home

handler400 = "ots.core.errors.bad_request"
handler403 = "ots.core.errors.forbidden"
handler404 = "ots.core.errors.not_found"
handler500 = "ots.core.errors.failed"

urlpatterns = [
    path("", home, name="home"),
    path("admin/", site.urls),
    path("", include("ots.access.urls")),
    path("", include("supervision.urls")),
    path("", include("ots.oversight.urls")),
    path("", include("ots.quality.urls")),
    path("", include("offenders.urls")),
    path("", include("timecomp.urls")),
    path("", include("interstate.urls")),
    path("", include("ots.exchange.urls")),
]
