"""Error pages in plain words; no traceback ever reaches a user."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that could not be understood, or that is larger than any form."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return _page(request, 400, "That request could not be understood", "Go back and try again.")


def too_large(request: HttpRequest) -> HttpResponse:
    """Answer a request that holds more than is taken in."""
    return _page(
        request,
        413,
        "That is more than can be taken in at once",
        "Nothing was saved. Choose a smaller file or write less, and send it again.",
    )


def too_many_requests(request: HttpRequest, seconds: int) -> HttpResponse:
    """Answer one who asks more often than is allowed, with when to come back."""
    minutes = -(-seconds // 60)
    wait = "a minute" if minutes <= 1 else f"{minutes} minutes"
    answer = _page(
        request,
        429,
        "Too many requests in a short time",
        f"Wait {wait}, then try again. If you were not in a hurry, tell your agency's help desk.",
    )
    answer["Retry-After"] = str(seconds)
    return answer


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer one who lacks the right."""
    return _page(
        request,
        403,
        "Your role does not include this page",
        "If your work needs it, ask your agency's administrator to change your role.",
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for what is not there, or not there for this viewer."""
    return _page(
        request,
        404,
        "We can't find that page",
        "It may not exist, or it may be about a person outside your reach.",
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something broke on our side."""
    return _page(
        request,
        500,
        "Something went wrong on our side",
        "Nothing was saved by this request. Try again; if it stays, give the number below "
        "to the help desk.",
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that came without its token, usually after the session ended."""
    return _page(
        request,
        403,
        "Your session ended before the form arrived",
        "Sign in again, then use your browser's Back button: what you typed is still there.",
    )


def _page(request: HttpRequest, status: int, heading: str, advice: str) -> HttpResponse:
    number = getattr(request, "request_number", "")
    context = {"heading": heading, "advice": advice, "request_number": number}
    return render(request, "errors/error.html", context, status=status)
