"""Chapter 257 of the Michigan Compiled Laws: the vehicle code."""
