"""Pages of the compact."""
