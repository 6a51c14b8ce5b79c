"""Chapter 750 of the Michigan Compiled Laws: the penal code."""
