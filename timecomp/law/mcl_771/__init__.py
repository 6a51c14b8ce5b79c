"""Chapter 771 of the Michigan Compiled Laws: probation."""
