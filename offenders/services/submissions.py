"""Carrying out a form once, however often it is sent."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from offenders.models import Submission
from ots.audit.events import Event

Result = TypeVar("Result", bound=Model)


@transaction.atomic
def once(
    token: UUID | None, event: Event, model: type[Result], write: Callable[[], Result]
) -> Result:
    """Call ``write`` and return what it recorded; a token sent before returns that record.

    Two requests with one token meet at the token's row: the second waits for the first.
    Without a token the caller has made sure himself that he comes once.
    """
    if token is None:
        return write()
    # Inserted without signals: the token says nothing that the trail would want to keep.
    Submission.objects.bulk_create(
        [Submission(token=token, event=event.name)], ignore_conflicts=True
    )
    submission = Submission.objects.select_for_update().get(token=token, event=event.name)
    if submission.result_id is not None:
        return model._default_manager.get(pk=submission.result_id)
    result = write()
    Submission.objects.filter(pk=token).update(result_id=result.pk)
    return result
