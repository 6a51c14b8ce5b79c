"""Drawing, reading documents, settling what differs."""
