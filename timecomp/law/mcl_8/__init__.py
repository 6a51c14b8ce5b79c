"""Chapter 8 of the Michigan Compiled Laws: how statutes count time."""
