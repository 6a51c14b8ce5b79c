"""Signing in and out, the own account, and the page of components."""
