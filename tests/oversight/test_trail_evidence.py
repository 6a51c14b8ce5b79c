"""Evidence: entries with the proof that they stood in the trail."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from ots.audit.events import Event
from ots.audit.evidence import bundle, check_bundle
from ots.audit.models import AuditEntry
from ots.audit.services import record_view
from tests.sealing import seal_everything
from tests.searching import address_of

URL = reverse("oversight:trail-evidence")


@pytest.fixture
def taken(transactional_db: None, tmp_path: Path, settings) -> Path:
    """A bundle of five sealed entries."""
    settings.AUDIT_ANCHOR_FILE = str(tmp_path / "anchors.jsonl")
    for person in range(1, 6):
        record_view(Event.PERSON_VIEWED, actor=None, person_id=person)
    seal_everything()
    keys = AuditEntry.objects.filter(event="PERSON_VIEWED").values_list("pk", flat=True)
    path = tmp_path / "evidence.zip"
    path.write_bytes(bundle(keys, taken_by="Audrey", asked={"person": "1"}).content)
    return path


def changed(path: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    files[name] = content
    with zipfile.ZipFile(path, "w") as archive:
        for each, text in files.items():
            archive.writestr(each, text)
    return path


def read(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def test_a_bundle_proves_itself(taken: Path) -> None:
    assert check_bundle(taken) == []
    assert len(read(taken, "entries.jsonl").splitlines()) == 5


@pytest.mark.parametrize("name", ["entries.jsonl", "entries.csv", "proofs.json", "seals.json"])
def test_a_changed_file_of_a_bundle_is_found(name: str, taken: Path) -> None:
    assert check_bundle(changed(taken, name, read(taken, name) + b" ")) == [
        f"The file {name} was changed."
    ]


def test_a_changed_manifest_is_found(taken: Path) -> None:
    manifest = json.loads(read(taken, "manifest.json")) | {"taken_by": "Somebody"}
    changed(taken, "manifest.json", json.dumps(manifest).encode())
    assert check_bundle(taken) == ["The manifest was changed, or was not made by this system."]


def test_the_command_checks_a_bundle(taken: Path, capsys) -> None:
    call_command("verify_audit", evidence=taken)
    assert "is as it was taken" in capsys.readouterr().out


def test_the_command_refuses_what_is_no_bundle(tmp_path: Path, db: None) -> None:
    (tmp_path / "x.zip").write_text("x")
    with pytest.raises(CommandError, match="no bundle of evidence"):
        call_command("verify_audit", evidence=tmp_path / "x.zip")


def taking(client, asked, sent):
    """Search, and send the form below the answer."""
    address = address_of(client, reverse("oversight:trail-search"), asked)
    return client.post(f"{URL}?{address.partition('?')[2]}", sent)


def test_an_auditor_takes_evidence_for_a_reason(audrey, views, sign_in) -> None:
    answer = taking(sign_in(audrey), {"event": "PERSON_VIEWED"}, {"reason": "Case IA-7"})
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert "manifest.signature" in names
    entry = AuditEntry.objects.get(event="TRAIL_EXPORTED")
    assert (entry.actor, entry.reason) == (audrey, "Case IA-7")


def test_no_evidence_without_a_reason(audrey, views, sign_in) -> None:
    answer = taking(sign_in(audrey), {"event": "PERSON_VIEWED"}, {"reason": ""})
    assert answer.status_code == 302


def test_values_that_are_withheld_do_not_leave_as_evidence(audrey, dana, sign_in) -> None:
    answer = taking(sign_in(audrey), {"person": dana.pk}, {"reason": "Case IA-7"})
    assert b"Doe" not in zipfile.ZipFile(io.BytesIO(answer.content)).read("entries.jsonl")
    assert AuditEntry.objects.get(event="TRAIL_EXPORTED").additional_data["left_out"] > 0


def test_only_auditors_take_evidence(sam, views, sign_in) -> None:
    assert sign_in(sam).post(URL, {"reason": "x"}).status_code == 403
