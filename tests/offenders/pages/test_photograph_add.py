"""The page on which a photograph is added."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from offenders.models import Person, Photograph
from ots.access.models import User
from tests.conftest import SignIn
from tests.wording import says


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def url(person: Person) -> str:
    return reverse("offenders:photograph-add", args=[person.pk])


def picture(kind: str = "PNG", side: int = 200) -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (side, side), "grey").save(drawn, kind)
    return SimpleUploadedFile("face.png", drawn.getvalue(), "image/png")


def entry(image: SimpleUploadedFile) -> dict[str, object]:
    return {"token": str(uuid4()), "taken_on": "2026-05-01", "image": image}


def test_it_stores_a_jpeg_under_a_name_that_says_nothing(
    tim: User, dana: Person, sign_in: SignIn
) -> None:
    sign_in(tim).post(url(dana), entry(picture()))
    stored = Photograph.objects.get()
    assert not says(stored.image.name, "face")
    assert Image.open(stored.image.path).format == "JPEG"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a readable"),
        (b"\x89PNG\r\n\x1a\n broken", "not a readable"),
        (picture(kind="GIF").read(), "not a readable"),
        (picture(side=50).read(), "too small"),
        (b"0" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_photograph_is_refused(
    tim: User, dana: Person, sign_in: SignIn, content: bytes, message: str
) -> None:
    upload = SimpleUploadedFile("face.jpg", content, "image/jpeg")
    response = sign_in(tim).post(url(dana), entry(upload))
    assert message in response.context["form"].errors["image"][0]
    assert not Photograph.objects.exists()


def test_without_a_file_it_asks_for_one(tim: User, dana: Person, sign_in: SignIn) -> None:
    response = sign_in(tim).post(url(dana), {"taken_on": "2026-05-01"})
    assert response.context["form"].errors["image"] == ["Choose a file."]


def test_an_agent_may_not_open_it(olivia: User, dana: Person, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(url(dana)).status_code == 403
