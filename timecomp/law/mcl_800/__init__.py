"""Chapter 800 of the Michigan Compiled Laws: prisoners and their credits."""
