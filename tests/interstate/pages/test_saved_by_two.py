"""Two people write one draft: whoever saves second sees both versions before either is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interstate.rules.vocabulary import EventType
from interstate.services.drafts import save_draft, start_activity
from ots.access.viewer import viewer_for
from tests.factories.signing_in import signed_in_client

HERS, HIS = "Her sister lives in Toledo", "There is work for her in Toledo"


@pytest.fixture
def draft(sender, carla, case):
    """Olivia's request, which the office has changed since she opened it."""
    made = start_activity(viewer_for(sender), case.pk, EventType.TRANSFER_REQUEST)
    content = {
        "reason": "veteran_medical",
        "justification": HIS,
        "planned_release_on": "2026-12-01",
    }
    return save_draft(viewer_for(carla), made.pk, content, version=0)


@pytest.fixture
def saving(draft, sender, case):
    """Saves what Olivia typed."""
    browser = signed_in_client(sender)
    url = reverse("interstate:activity", args=[case.person_id, case.pk, draft.pk])
    said = {"reason": "veteran_medical", "justification": HERS}
    return lambda version, **files: browser.post(url, {**said, "version": version, **files})


def test_what_was_typed_stands_beside_what_the_other_saved(saving, draft):
    answer = saving(0)
    shown = answer.content.decode()
    draft.refresh_from_db()
    assert draft.content["justification"] == HIS
    assert HERS in shown
    assert f"Saved by somebody else: {HIS}" in shown
    assert "Saved by somebody else: Dec 1, 2026" in shown
    assert answer.context["form"].errors.keys() == {
        *("__all__", "justification", "planned_release_on")
    }


def test_saved_once_more_it_replaces_what_was_seen(saving, draft):
    seen = saving(0).context["form"]["version"].value()
    assert saving(seen).status_code == 302
    draft.refresh_from_db()
    assert draft.content["justification"] == HERS


def test_one_s_own_text_is_no_stranger_s_after_a_document_was_refused(draft, saving):
    program = SimpleUploadedFile("form.pdf", b"MZ\x90\x00 not a document")
    answer = saving(draft.version, application=program)
    assert "application" in answer.context["form"].errors
    assert saving(answer.context["form"]["version"].value()).status_code == 302
