"""Catalogues of supervision in administration; no person's record is here."""

from supervision.admin import standard

__all__ = ["standard"]
