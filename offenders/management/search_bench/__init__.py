"""Measuring the search on invented people, beside the real record and never in it."""
