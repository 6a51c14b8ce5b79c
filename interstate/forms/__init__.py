"""Forms of the compact."""
