"""What goes of compact cases with a court case that is destroyed: that the transfer was about it.

What two states sent each other stays, as the record of what was disclosed to whom.
"""

from collections.abc import Iterator

from django.db import models

from interstate.models import CompactCase
from offenders.services.destruction import Destroyed


def rows_that_go(destroyed: Destroyed) -> Iterator[models.QuerySet[models.Model]]:
    """Name the links from transfers to the case."""
    if destroyed.case_id is not None:
        links = CompactCase.court_cases.through._base_manager
        yield links.filter(courtcase=destroyed.case_id)
