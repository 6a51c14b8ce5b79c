"""The category of every field of the record; what is not listed here shows nowhere."""

from offenders.protection import custody, identity, legal, process

__all__ = ["custody", "identity", "legal", "process"]
