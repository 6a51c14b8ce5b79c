"""The category of every field of supervision; what is not listed here shows nowhere."""

from supervision.protection import incident, obligation, period

__all__ = ["incident", "obligation", "period"]
