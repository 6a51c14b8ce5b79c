"""Chapter 801 of the Michigan Compiled Laws: jails."""
