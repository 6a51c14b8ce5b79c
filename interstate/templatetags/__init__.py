"""Words of the compact in templates."""
