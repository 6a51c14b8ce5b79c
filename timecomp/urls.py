"""Pages of timecomp."""

from django.urls import URLPattern

app_name = "timecomp"
urlpatterns: list[URLPattern] = []
