"""Pages of supervision."""

from supervision.urls import deciding, helping, meeting, standing

app_name = "supervision"
urlpatterns = [
    *standing.urlpatterns,
    *helping.urlpatterns,
    *meeting.urlpatterns,
    *deciding.urlpatterns,
]
