"""What the tests of the exchange share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.delivery import Delivery
from tests.exchange.scratch import Scratch, scratch_database


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    """A folder with one sound row in each of the six files."""
    return Delivery(tmp_path)


@pytest.fixture
def scratch(db: None) -> Iterator[Scratch]:
    """A database apart, on which real processes run that can be killed."""
    with scratch_database() as made:
        yield made
