"""Template filters of time computation."""
