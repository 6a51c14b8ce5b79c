"""One activity: its form while it is a draft, what it says, its way, and its documents."""

from typing import BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from interstate.forms.activity import ActivityForm, MoveForm
from interstate.rules.content import ContentError
from interstate.rules.routing import Move, MoveRefusedError
from interstate.selectors.activity_page import activity_page, facts_of_activity, posts_for
from interstate.selectors.case_page import activity_in_scope
from interstate.selectors.notices import notice_of
from interstate.selectors.watching import is_activity_watched
from interstate.services.activities import Asked, IncompleteError, move_activity
from interstate.services.attachments import attach
from interstate.services.drafts import ChangedMeanwhileError, save_draft
from interstate.services.events import RefusedByRuleError
from offenders.views.frame import person_page, reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.numbers import whole_number
from ots.core.uploads.errors import UploadRefusedError

# What the move's button says.
DONE = {
    Move.SUBMIT: "Submitted for review.",
    Move.APPROVE: "Passed on to the compact office.",
    Move.RETURN: "Returned for correction.",
    Move.TRANSMIT: "Sent to the other state.",
    Move.NOTIFY: "Sent to the other state.",
    Move.ASSIGN: "Assigned.",
    Move.DELEGATE: "Delegated.",
    Move.SEND_BACK: "Sent back; its time limit goes on.",
    Move.WITHDRAW: "Withdrawn: it may be undone for a while.",
    Move.UNDO: "The withdrawal is undone.",
    Move.DELETE: "Deleted.",
}


@page(Permission.COMPACT_VIEW, scope=Scope.PERSON)
def activity(request: PageRequest, person: int, transfer: int, activity: int) -> HttpResponse:
    """Show an activity; its author goes on writing it, everybody else reads it."""
    reading = reading_of(request)
    found = activity_in_scope(reading, transfer, activity)
    if found is None or found.case.person_id != person:
        raise Http404
    shown = activity_page(reading, found)
    form = None
    if shown.may_be_written:
        form = ActivityForm(
            request.POST or None,
            viewer=request.viewer,
            form=shown.form,
            content=found.content,
            facts=facts_of_activity(found),
            version=found.version,
            files=request.FILES or None,
            is_author=shown.is_author,
        )
        if form.is_bound and form.is_valid() and _saved(request, transfer, activity, form):
            return redirect(
                "interstate:activity", person=person, transfer=transfer, activity=activity
            )
    context = {
        "shown": shown,
        "notice": notice_of(reading, found),
        "form": form,
        "case_id": transfer,
        "is_watched": is_activity_watched(request.viewer, found.pk),
        "posts": posts_for(found) if Move.ASSIGN in shown.moves else [],
    }
    return person_page(request, "interstate/activity.html", person, **context)


@require_POST
@page(Permission.COMPACT_ACT, scope=Scope.PERSON)
def activity_move(request: PageRequest, person: int, transfer: int, activity: int) -> HttpResponse:
    """Move the activity as asked, or say in words why not."""
    found = activity_in_scope(reading_of(request), transfer, activity)
    form = MoveForm(request.POST)
    if found is None or found.case.person_id != person or not form.is_valid():
        raise Http404
    move = form.cleaned_data["move"]
    if move not in set(Move):
        raise Http404
    assignee = whole_number(request.POST.get("assignee", ""))
    posts = {post.pk: post for post in posts_for(found)}
    asked = Asked(
        move=Move(move),
        reason=form.cleaned_data["reason"],
        assignee=posts.get(assignee) if assignee else None,
    )
    try:
        move_activity(request.viewer, activity, asked)
    except (MoveRefusedError, IncompleteError, RefusedByRuleError) as refusal:
        messages.error(request, str(refusal))
        return redirect("interstate:activity", person=person, transfer=transfer, activity=activity)
    messages.success(request, DONE[asked.move])
    if asked.move is Move.DELETE:
        return redirect("interstate:case", person=person, transfer=transfer)
    return redirect("interstate:activity", person=person, transfer=transfer, activity=activity)


@page(Permission.COMPACT_VIEW, scope=Scope.PERSON)
def attachment(
    request: PageRequest, person: int, transfer: int, activity: int, attachment: int
) -> HttpResponse:
    """Send a document of the activity, if its field is open to the viewer."""
    reading = reading_of(request)
    found = activity_in_scope(reading, transfer, activity)
    if found is None or found.case.person_id != person:
        raise Http404
    shown = activity_page(reading, found)
    document = next((each for each in shown.documents if each.pk == attachment), None)
    if document is None:
        raise Http404
    response = HttpResponse(document.stored, content_type=document.content_type)
    response["Content-Disposition"] = f'attachment; filename="{document.label}-{document.pk}"'
    return response


def _saved(request: PageRequest, transfer: int, activity: int, form: ActivityForm) -> bool:
    try:
        saved = save_draft(
            request.viewer,
            activity,
            form.content_to_save(),
            version=form.cleaned_data["version"],
        )
        form.goes_on_from(saved.version)
        for field, upload in form.uploads():
            name = str(getattr(upload, "name", field.name))
            attach(request.viewer, activity, field, upload=cast(BinaryIO, upload), name=name)
    except ChangedMeanwhileError as refusal:
        form.add_error(None, str(refusal))
        stands = activity_in_scope(reading_of(request), transfer, activity)
        if stands is not None:
            form.show_what_stands(stands.content, stands.version)
        return False
    except (ContentError, MoveRefusedError) as refusal:
        form.add_error(None, str(refusal))
        return False
    except UploadRefusedError as refusal:
        form.add_error(field.name, str(refusal))
        return False
    messages.success(request, "Saved.")
    return True
