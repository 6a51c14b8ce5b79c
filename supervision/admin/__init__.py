"""Catalogues of supervision in administration; no person's record is here."""

from supervision.admin import condition, contact, listing, risk, services, standard, violation

__all__ = ["condition", "contact", "listing", "risk", "services", "standard", "violation"]
