"""Timecomp."""
