"""Catalogues of supervision in administration; no person's record is here."""

from supervision.admin import listing, services, standard, violation

__all__ = ["listing", "services", "standard", "violation"]
