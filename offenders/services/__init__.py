"""Writes to the record: one verb a function, with its permission, transaction and event."""
