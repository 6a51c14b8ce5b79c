"""Commands of the population."""
