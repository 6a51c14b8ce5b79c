"""Records that come from other agencies, and the demonstration's data."""
