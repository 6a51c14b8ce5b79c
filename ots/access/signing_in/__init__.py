"""Signing in: proofs, sessions and their lock, wrong tries, and what was typed meanwhile."""
