"""Chapter 333 of the Michigan Compiled Laws: controlled substances."""
