"""Comparing the record with original court documents."""
