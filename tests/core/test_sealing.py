"""Texts that are sealed: opened by every key in use, by no other, and never after a change."""

import base64

import pytest

from ots.core.sealing import UnsealError, seal, unseal


def test_what_an_older_key_sealed_still_opens(settings):
    settings.SEALING_KEYS = ["the older"]
    sealed = seal("12 Elm Street", about="a form")
    settings.SEALING_KEYS = ["the newer", "the older"]
    assert unseal(sealed, about="a form") == "12 Elm Street"


def test_what_a_key_sealed_does_not_open_once_it_is_gone(settings):
    settings.SEALING_KEYS = ["the older"]
    sealed = seal("12 Elm Street")
    settings.SEALING_KEYS = ["the newer"]
    with pytest.raises(UnsealError):
        unseal(sealed)


def test_a_sealed_text_that_was_changed_does_not_open():
    raw = bytearray(base64.urlsafe_b64decode(seal("12 Elm Street")))
    raw[-1] ^= 1
    with pytest.raises(UnsealError):
        unseal(base64.urlsafe_b64encode(bytes(raw)).decode())


def test_a_sealed_text_does_not_open_about_something_else():
    with pytest.raises(UnsealError):
        unseal(seal("12 Elm Street", about="one user"), about="another")


def test_the_same_text_is_sealed_differently_each_time():
    assert seal("12 Elm Street") != seal("12 Elm Street")
