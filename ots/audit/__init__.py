"""The trail of views and changes: event catalogue, recording, subscriptions; no screens."""
