"""Catalogues of supervision in administration; no person's record is here."""

from supervision.admin import condition, listing, risk, services, standard, violation

__all__ = ["condition", "listing", "risk", "services", "standard", "violation"]
