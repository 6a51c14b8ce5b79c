"""Reads of the record: the viewer first, and only what that viewer may see."""
