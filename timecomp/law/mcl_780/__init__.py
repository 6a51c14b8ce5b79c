"""Chapter 780 of the Michigan Compiled Laws: charges pending against prisoners."""
