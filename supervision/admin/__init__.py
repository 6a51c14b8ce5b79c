"""Catalogues of supervision in administration; no person's record is here."""

from supervision.admin import services, standard, violation

__all__ = ["services", "standard", "violation"]
