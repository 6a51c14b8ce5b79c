"""Passwords: length and lists of known ones, nothing else; nothing is cut off."""

import pytest
from django.contrib.auth.hashers import get_hasher, identify_hasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from django.test import override_settings

from ots.access.models import User
from ots.settings import security

LONG = "a quiet lake in the morning " * 20


@pytest.mark.parametrize(
    "password", ["zk vq xw", "purple turnip", LONG, "überallüberall", "🦊🦊🦊🦊🦊🦊🦊🦊"]
)
def test_eight_characters_of_any_kind_are_enough(password):
    validate_password(password)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("zkvqxw7", "too short"),
        ("password", "too common"),
        ("12345678", "too common"),
        ("Michigan123", "guessed first"),
        ("Pure Michigan", "guessed first"),
        ("changeme1", "guessed first"),
    ],
)
def test_short_ones_and_those_guessed_first_are_refused(password, why):
    with pytest.raises(ValidationError, match=why):
        validate_password(password)


def test_the_own_name_is_refused():
    user = User(username="oliviahart", first_name="Olivia", last_name="Hartmann")
    with pytest.raises(ValidationError, match="too similar to the username"):
        validate_password("oliviahart", user)


@override_settings(PASSWORD_HASHERS=security.PASSWORD_HASHERS)
def test_passwords_are_kept_by_argon2_with_a_long_salt_and_none_is_cut_off():
    user = User(username="x")
    user.set_password(LONG + "end")
    assert identify_hasher(user.password).algorithm == "argon2"
    assert get_hasher("argon2").decode(user.password)["salt"]
    assert user.check_password(LONG + "end")
    assert not user.check_password(LONG + "ens")


def test_a_user_name_is_never_changed(olivia):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        User.objects.filter(pk=olivia.pk).update(username="someone-else")


def test_an_account_is_never_deleted(olivia):
    with pytest.raises(DatabaseError), transaction.atomic():
        User.objects.filter(pk=olivia.pk)._raw_delete("default")


def test_a_user_name_in_other_letters_is_not_another(olivia):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(username=olivia.username.upper())
