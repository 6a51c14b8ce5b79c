"""Closed code lists of supervision: one module a noun."""
