"""The address at which other states' systems hand messages over; it answers in JSON alone."""

from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.http.request import UnreadablePostError

from ots.access.pages import machine_page
from ots.access.signing_in.limits import MACHINE, counted
from ots.access.viewer import system_viewer
from ots.audit.services import record_denial
from ots.exchange.compact.keys import holder_of
from ots.exchange.compact.receiving import receive
from ots.exchange.models import CompactIntake, Reception

# A request is held in memory whole; what is larger goes by folder.
LARGEST_POSTED: Final = 32 * 1024 * 1024
BEARER: Final = "Bearer "
ANSWERS: Final = {
    Reception.TAKEN: HTTPStatus.OK,
    Reception.WAITING: HTTPStatus.ACCEPTED,
}


class NotHeardError(Exception):
    """The request is refused before its message is looked at."""

    def __init__(self, status: HTTPStatus, detail: str, **headers: str) -> None:
        """Keep the answer's status, what to do, and headers that say it to a program."""
        super().__init__(detail)
        self.status, self.headers = status, headers


@machine_page
def message_in(request: HttpRequest) -> JsonResponse:
    """Take one message from the member whose key it comes with; sent again it changes nothing."""
    try:
        _refuse_unfit(request)
        sender = _sender(request)
        raw = _body(request)
    except NotHeardError as refusal:
        return _problem(refusal.status, str(refusal), headers=refusal.headers)
    intake, was_there = receive(system_viewer(f"System of {sender}"), raw, sender=sender)
    if intake.outcome == Reception.REFUSED:
        return _refused(intake)
    return JsonResponse(
        {
            "outcome": str(intake.outcome),
            "message_id": str(intake.message_id),
            "was_there": was_there,
        },
        status=ANSWERS[Reception(intake.outcome)],
    )


def _refuse_unfit(request: HttpRequest) -> None:
    if limit := counted(request, MACHINE):
        wait = f"Too many requests: wait {limit.seconds} seconds."
        retry = {"Retry-After": str(limit.seconds)}
        raise NotHeardError(HTTPStatus.TOO_MANY_REQUESTS, wait, **retry)
    if request.method != "POST":
        detail = f"[{request.method}] is not answered here: send a message by POST."
        raise NotHeardError(HTTPStatus.METHOD_NOT_ALLOWED, detail, Allow="POST")
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        detail = "The key was sent openly: have it replaced, and send by https."
        raise NotHeardError(HTTPStatus.FORBIDDEN, detail)


def _sender(request: HttpRequest) -> str:
    said = request.headers.get("Authorization", "")
    sender = holder_of(said.removeprefix(BEARER).strip()) if said.startswith(BEARER) else None
    if sender is None:
        record_denial(actor=None, details={"view": "exchange:message-in", "why": "no such key"})
        detail = "[Authorization] holds no key that runs: send Bearer and the key of your state."
        challenge = {"WWW-Authenticate": "Bearer"}
        raise NotHeardError(HTTPStatus.UNAUTHORIZED, detail, **challenge)
    return sender


def _body(request: HttpRequest) -> bytes:
    if request.content_type != "application/json":
        detail = f"[Content-Type] is [{request.content_type}]: send application/json."
        raise NotHeardError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)
    try:
        raw = request.read(LARGEST_POSTED + 1)
    except UnreadablePostError as error:
        raise NotHeardError(HTTPStatus.BAD_REQUEST, "The request broke off: send it again.") from (
            error
        )
    if len(raw) > LARGEST_POSTED:
        detail = f"The message is larger than {LARGEST_POSTED // 1024**2} MB: send it by folder."
        raise NotHeardError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)
    return raw


def _refused(intake: CompactIntake) -> JsonResponse:
    more = {"outcome": str(intake.outcome), "rule": intake.rule}
    if intake.message_id is None:
        return _problem(HTTPStatus.BAD_REQUEST, intake.reason, more=more)
    return _problem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        intake.reason,
        more={**more, "message_id": str(intake.message_id)},
    )


def _problem(
    status: HTTPStatus,
    detail: str,
    *,
    more: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> JsonResponse:
    """Answer with a problem document (RFC 9457)."""
    said = {"title": status.phrase, "status": int(status), "detail": detail, **(more or {})}
    return JsonResponse(
        said, status=status, headers=headers, content_type="application/problem+json"
    )
