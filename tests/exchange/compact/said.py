"""Messages as Ohio's system writes them, and what became of those that were taken in."""

import json
from uuid import uuid4

from django.utils import timezone

from interstate.models import CompactObligation
from ots.access.viewer import system_viewer
from ots.exchange.compact.receiving import receive
from tests.exchange.compact.conftest import changed

VIEWER = system_viewer("tests")


def took(raw, **more):
    intake, _ = receive(VIEWER, raw, **more)
    return intake


def obligations(case):
    rows = CompactObligation.objects.filter(case=case).order_by("key", "started_by")
    return [(each.key, each.due_on, each.satisfied_on, each.is_void) for each in rows]


def standing(case):
    case.refresh_from_db()
    activities = case.activities.order_by("sent_at").values_list("kind", "side", "status")
    return case.state, case.supervising, case.next_due_on, list(activities), obligations(case)


def reply_to(message, **more):
    """Ohio's acceptance of the request in the message."""
    return changed(
        message,
        message_id=str(uuid4()),
        sender="OH",
        receiver="MI",
        side="receiving",
        activity="transfer_reply",
        happened_at=timezone.now().isoformat(),
        attachments=[],
        answers=json.loads(message)["message_id"],
        content={"decision": "accept", "report_on": "2026-12-01", "report_to": "Toledo, 9 am"},
        **more,
    )


def opening(**more):
    """Ohio asks Michigan to take somebody over."""
    request = {
        "format": "compact-message/1",
        "message_id": str(uuid4()),
        "sender": "OH",
        "receiver": "MI",
        "sent_at": "2026-06-01T09:00:00-04:00",
        "happened_at": "2026-06-01T09:00:00-04:00",
        "move": "send",
        "activity": "reporting_instructions_request",
        "side": "sending",
        "case": {
            "number": "OH-77",
            "sending": "OH",
            "receiving": "MI",
            "supervision": "parole",
            "supervision_ends_on": "2030-05-01",
        },
        "person": {"last_name": "Doe", "first_name": "Dana", "birth_date": "1988-03-05"},
        "content": {
            "reason": "expedited",
            "explanation": "The lease ends.",
            "intended_departure_on": "2026-06-10",
            "address": "1840 Maumee Ave",
            "offense": "Breaking and entering",
        },
        "attachments": [],
    }
    return changed(json.dumps(request).encode(), **more)
