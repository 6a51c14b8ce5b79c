"""Text goes over the line compressed; what is compressed already goes as it is."""

import gzip

import pytest
from django.http import FileResponse, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from ots.core.compression import CompressionMiddleware
from tests.factories.signing_in import signed_in_client

TAKES_GZIP = {"Accept-Encoding": "gzip, br"}


def answered(response, **headers):
    asked = RequestFactory().get("/", headers=headers or TAKES_GZIP)
    return CompressionMiddleware(lambda _: response)(asked)


@pytest.mark.django_db
def test_a_page_is_half_its_length_on_the_line_and_the_same_page(olivia):
    client = signed_in_client(olivia)
    plain = client.get(reverse("home")).content
    sent = client.get(reverse("home"), headers=TAKES_GZIP)
    assert sent["Content-Encoding"] == "gzip"
    # Half, not less: a short page is lengthened by up to a hundred bytes at random.
    assert len(sent.content) < len(plain) / 2
    assert b"</html>" in gzip.decompress(sent.content)


def test_a_picture_goes_as_it_is():
    picture = answered(HttpResponse(b"0" * 5000, content_type="image/png"))
    assert not picture.has_header("Content-Encoding")


def test_a_file_of_text_is_compressed_as_it_is_read(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"name,number\n" * 5000)
    sent = b"".join(answered(FileResponse(path.open("rb"), content_type="text/csv")))
    assert gzip.decompress(sent) == path.read_bytes()


def test_who_takes_no_compression_gets_none():
    plain = answered(HttpResponse("word " * 500), **{"Accept-Encoding": "identity"})
    assert not plain.has_header("Content-Encoding")


def test_two_answers_of_one_page_differ_in_length():
    lengths = {len(answered(HttpResponse("word " * 500)).content) for _ in range(40)}
    assert len(lengths) > 1
