"""Chapter 51 of the Michigan Compiled Laws: sheriffs and county jails."""
