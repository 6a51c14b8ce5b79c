"""The one service through which records leave: every export and document outlet calls it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone

from ots.audit.context import current_request_id
from ots.audit.events import Event
from ots.audit.models import Disclosure, Medium
from ots.audit.services import record_view


class Purpose(models.TextChoices):
    """For what records are used: the codes of the national rap-sheet schema that apply here.

    The schema lists A, C, D, F, H, I, J, R, S, V and X; the meanings of C, F and J are recalled,
    not read, and await confirmation by the state's CJIS systems officer. U is our own.
    """

    CRIMINAL_JUSTICE = "C", "Criminal justice: supervision, custody, courts, police"
    CRIMINAL_JUSTICE_EMPLOYMENT = "J", "Employment with a criminal justice agency"
    FIREARMS = "F", "Firearms: permits and returns"
    OWN_COPY = "U", "To the person himself or his counsel"


class IncompleteDisclosureError(Exception):
    """A disclosure lacks what must be known of it; the message names the field."""


@dataclass(frozen=True, slots=True)
class Release:
    """To whom records go, by what authority and for what."""

    recipient: str
    authority: str
    purpose: str
    reason: str = ""
    recipient_agency: str = ""
    recipient_ori: str = ""


@transaction.atomic
def disclose(  # noqa: PLR0913  one keyword a fact that the law asks for
    release: Release,
    *,
    actor: AbstractBaseUser | None,
    people: Iterable[int],
    categories: Iterable[str],
    medium: Medium,
    document: str,
    content: bytes = b"",
) -> Disclosure:
    """Record that records leave, and for whom; call it in the transaction that hands them over.

    ``content`` is what leaves: its hash is kept, so that a copy found later can be recognised.
    Raises ``IncompleteDisclosureError`` when recipient, authority or purpose is missing.
    """
    _refuse_incomplete(release)
    keys = sorted(set(people))
    made = Disclosure.objects.create(
        disclosed_at=timezone.now(),
        disclosed_by_id=actor.pk if actor else None,
        people=keys,
        recipient=release.recipient,
        recipient_agency=release.recipient_agency,
        recipient_ori=release.recipient_ori,
        authority=release.authority,
        purpose=release.purpose,
        reason=release.reason,
        categories=sorted(set(categories)),
        medium=medium,
        document=document,
        content_digest=hashlib.sha256(content).hexdigest() if content else "",
        request_number=current_request_id() or "",
    )
    _tell_the_trail(made, release, actor)
    return made


def _tell_the_trail(made: Disclosure, release: Release, actor: AbstractBaseUser | None) -> None:
    record_view(
        Event.RECORDS_DISCLOSED,
        actor=actor,
        people=made.people,
        categories=made.categories,
        reason=release.reason,
        purpose=release.purpose,
        details={
            "disclosure": made.pk,
            "recipient": release.recipient,
            "agency": release.recipient_agency,
            "authority": release.authority,
            "document": made.document,
            "content": made.content_digest,
        },
    )


def _refuse_incomplete(release: Release) -> None:
    for name in ("recipient", "authority", "purpose"):
        if not getattr(release, name).strip():
            raise IncompleteDisclosureError(f"Say [{name}] before records leave the system.")
    if release.purpose not in Purpose.values:
        raise IncompleteDisclosureError(
            f"[{release.purpose}] is no purpose. There are: {', '.join(Purpose.values)}."
        )
