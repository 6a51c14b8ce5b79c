"""Files that are two things at once, too large, or named to escape; cases as JSON made to break."""

import json
import zipfile
from io import BytesIO

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from PIL import Image, PngImagePlugin

from interstate.models import Attachment
from offenders.models import Photograph
from supervision.models import ContactPhoto, Evidence
from tests.access.attack.forms import read
from tests.access.attack.site import undone
from tests.factories.person import small_photograph

pytestmark = pytest.mark.django_db

MARKUP = b"<html><script>zq()</script><zqa></html>"
FAILED = 500
TRY = "/computation/try/"
CLERK = "Records and time-computation clerk"


def archive() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("../../bomb.txt", b"\0" * 20_000_000)
    return held.getvalue()


def png(*, words: str = "", size: tuple[int, int] = (80, 90)) -> bytes:
    drawn, more = BytesIO(), PngImagePlugin.PngInfo()
    if words:
        more.add_text("Comment", words)
    Image.new("1", size).save(drawn, "PNG", pnginfo=more)
    return drawn.getvalue()


def gif() -> bytes:
    drawn = BytesIO()
    Image.new("P", (20, 20)).save(drawn, "GIF")
    return drawn.getvalue()


EVIL = {
    "a page": MARKUP,
    "a drawing that runs": b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg" onload="zq()"><script>zq()</script>&e;</svg>',
    "a picture and an archive": gif() + archive(),
    "a photograph and an archive": small_photograph() + archive(),
    "an archive that swells": archive(),
    "a picture with a page in its remarks": png(words=MARKUP.decode()),
    "a photograph with a page behind it": small_photograph() + MARKUP,
    "a page that begins like a photograph": b"\xff\xd8\xff\xe0" + MARKUP + b"\xff\xd9",
    "a picture of too many points": png(size=(20_000, 20_000)),
    "a photograph cut off": small_photograph()[:300],
    "a program": b"\x7fELF" + b"\0" * 500,
    "nothing": b"",
    "six megabytes": small_photograph() + b"\0" * 6_000_000,
}
NAMES = (
    "../../../etc/zq.php",
    "zq.php\x00.jpg",
    "zq\r\nX-Zq: 1.jpg",
    "<zqa>.jpg",
    "a" * 400 + ".jpg",
)


def files_kept():
    """Count the files that are kept of anybody, in whichever table."""
    found = [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.FileField)
    ]
    assert len(found) >= len({Photograph, Evidence, ContactPhoto})
    stored = sum(model._base_manager.exclude(**{name: ""}).count() for model, name in found)
    return stored + Attachment.objects.count()


def sent_with(form, content, name="face.jpg", kind="image/jpeg"):
    files = {each: SimpleUploadedFile(name, content, kind) for each in form.files}
    return {**form.filled(taken_on="2024-03-05"), **files}


@pytest.fixture
def file_forms(site):
    found = [form for form in site.forms_sent("post") if form.files]
    told = " ".join(form.action for form in found)
    for part in ("/photographs/add/", "/try/", "/evidence/add/", "/contacts/", "/compact/"):
        assert part in told, "a page that takes files shows its form to nobody of the cast"
    return found


@pytest.mark.parametrize("what", sorted(EVIL))
def test_no_upload_takes_it(what, site, file_forms):
    for form in file_forms:
        with undone():
            before = files_kept()
            answer = site.client(form.who).post(form.action, sent_with(form, EVIL[what]))
            assert files_kept() == before, form.action
        assert answer.status_code == 200, form.action
        assert read(form.who, form.page, answer.content.decode()).made_up == []
        assert b"root:" not in answer.content


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_no_name_of_a_file_leads_anywhere(name, site, file_forms):
    for form in file_forms:
        with undone():
            before = set(Photograph.objects.values_list("pk", flat=True))
            sent = sent_with(form, small_photograph(), name)
            answer = site.client(form.who).post(form.action, sent)
            taken = Photograph.objects.exclude(pk__in=before)
            stored = [each.image.name for each in taken]
            for each in taken:
                each.image.delete(save=False)
        assert answer.status_code < FAILED
        assert "X-Zq" not in answer.headers
        assert not [each for each in stored if "zq" in each or ".." in each or "aaaa" in each]


CASES = {
    "nested past all": b"[" * 200_000,
    "nested objects": b'{"a":' * 50_000,
    "a number past all": b'{"person": {"born": ' + b"9" * 5000 + b"}}",
    "no number": b"[NaN, Infinity, -Infinity, 1e999999]",
    "twice the same name": b'{"sentences": [], "sentences": [{"id": "<zqa>"}]}',
    "a name of scripts": b'{"__proto__": {"a": 1}, "constructor": {"prototype": 1}}',
    "other letters": '{"sentences": "<zqa>"}'.encode("utf-16"),
    "bytes that are no text": b'{"a": "\xff\xfe\xc0\xaf"}',
    "half a pair": b'{"sentences": [{"id": "\\ud800"}]}',
    "a null sign": b'{"sentences": [{"id": "a\\u0000b"}]}',
    "markup": json.dumps({"sentences": [{"id": "<zqa>'\"><zqb>"}], "<zqc>": 1}).encode(),
    "a page": MARKUP,
    "an archive": archive(),
    "a megabyte of rows": json.dumps(
        {"sentences": [{"id": str(n)} for n in range(60_000)]}
    ).encode(),
}


@pytest.mark.parametrize("what", sorted(CASES))
@pytest.mark.parametrize("way", ["file", "pasted", "base"])
def test_a_case_made_to_break_is_refused_in_words(what, way, site):
    sent = {"do": "compute" if way == "base" else "fill"}
    if way == "file":
        sent[way] = SimpleUploadedFile("case.json", CASES[what], "application/json")
    else:
        sent[way] = CASES[what].decode("utf-8", errors="replace")
    answer = site.ask(CLERK, "post", TRY, sent)
    assert answer.status_code in {200, 413}, answer.exc_info
    assert read(CLERK, TRY, answer.content.decode()).made_up == []


@pytest.mark.parametrize(
    "verb", ["add:zq", "remove:sentences:" + "9" * 5000, "remove::", "<zqa>", ""]
)
def test_no_button_made_up_breaks_the_page(verb, site):
    answer = site.ask(CLERK, "post", TRY, {"do": verb, "sentences-0-id": "A"})
    assert answer.status_code == 200, answer.exc_info
    assert read(CLERK, TRY, answer.content.decode()).made_up == []


@pytest.mark.parametrize("row", ["0", "999999999", "-1", "9" * 5000, "zq", "\u0663"])
def test_no_number_of_a_row_breaks_the_page(row, site):
    sent = {"do": "compute", f"sentences-{row}-id": "A", f"sentences-{row}-minimum__years": "2"}
    answer = site.ask(CLERK, "post", TRY, sent)
    assert answer.status_code < FAILED, answer.exc_info
