"""Pages of the person and the legal record."""

from django.urls import URLPattern

app_name = "offenders"
urlpatterns: list[URLPattern] = []
