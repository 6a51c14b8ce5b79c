"""What goes wrong between us and an agency's provider."""


class FederationError(Exception):
    """The provider's answer does not hold; the message says why, for the log and the trail."""
