"""Chapter 791 of the Michigan Compiled Laws: the Department of Corrections and the parole board."""
