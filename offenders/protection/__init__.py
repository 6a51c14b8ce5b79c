"""The category of every field of the record; what is not listed here shows nowhere."""

from offenders.protection import closed, custody, identity, legal, process

__all__ = ["closed", "custody", "identity", "legal", "process"]
