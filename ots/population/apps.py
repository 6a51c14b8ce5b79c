"""The app that makes up a population."""

from django.apps import AppConfig


class PopulationConfig(AppConfig):
    """It has no tables of its own: it writes into those of the record."""

    name = "ots.population"
    label = "population"
    verbose_name = "Made-up population"
