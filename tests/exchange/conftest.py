"""What the tests of the exchange share."""

from pathlib import Path

import pytest

from tests.exchange.delivery import Delivery


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    """A folder with one sound row in each of the six files."""
    return Delivery(tmp_path)
