"""Settings: base, local, test, production; topics in modules of their own."""
