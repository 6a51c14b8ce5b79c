"""From made-up people to rows of tables."""

from ots.population.rows.batch import Batch
from ots.population.rows.person import add_person

__all__ = ["Batch", "add_person"]
