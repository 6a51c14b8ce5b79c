"""The clock of the limits stands still: none of their windows ends within a test."""

import time
from types import SimpleNamespace

import pytest


@pytest.fixture
def one_window(monkeypatch):
    """Count all requests of the test in the window of its first moment."""
    now = time.time()
    monkeypatch.setattr("django_ratelimit.core.time", SimpleNamespace(time=lambda: now))
