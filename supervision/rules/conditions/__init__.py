"""Conditions of supervision: their parameters, their zones and when they take effect."""
