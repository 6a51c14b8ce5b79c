"""Users, roles, scopes, field categories and the page guard: the one place that decides."""
