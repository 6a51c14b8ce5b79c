"""Forms of time computation."""
