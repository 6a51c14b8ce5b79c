"""The one error the launcher shows without a traceback."""


class LaunchError(Exception):
    """Something a person can put right; the message says what was found and what to do."""
