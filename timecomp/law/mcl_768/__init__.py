"""Chapter 768 of the Michigan Compiled Laws: trials and consecutive terms."""
