"""Passkeys (WebAuthn): a key on the user's device that itself checks who holds it."""

import os
from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url, parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    CredentialDeviceType,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from ots.access.models import Passkey, User
from ots.access.signing_in.wrong_tries import is_locked
from ots.audit.events import Event
from ots.audit.services import record

SITE_NAME = "Offender Tracking System"
SPARE_BYTES = 64
_CHALLENGE = "passkey_challenge"
# What is no answer of a browser; the last where lists are nested beyond all measure.
UNREADABLE = (WebAuthnException, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Site:
    """The name and origin to which a passkey is bound, so that no other site can use it."""

    domain: str
    origin: str


def site_of(request: HttpRequest) -> Site:
    """Return the site as the browser knows it."""
    host = request.get_host()
    domain = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return Site(domain=domain, origin=f"{request.scheme}://{host}")


def ask_for_new(request: HttpRequest, user: User) -> str:
    """Return what the browser needs to make a passkey for the user, as JSON."""
    options = generate_registration_options(
        rp_id=site_of(request).domain,
        rp_name=SITE_NAME,
        user_id=f"ots-user-{user.pk}".encode(),
        user_name=user.username,
        user_display_name=str(user),
        exclude_credentials=_descriptors(user),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
    )
    request.session[_CHALLENGE] = bytes_to_base64url(options.challenge)
    return options_to_json(options)


def ask_for_proof(request: HttpRequest, user: User | None = None) -> str:
    """Return what the browser needs to prove a passkey: the user's, or any of this site's."""
    options = generate_authentication_options(
        rp_id=site_of(request).domain,
        allow_credentials=_descriptors(user) if user else None,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    request.session[_CHALLENGE] = bytes_to_base64url(options.challenge)
    return options_to_json(options)


def add_passkey(request: HttpRequest, user: User, *, name: str, answer: str) -> Passkey | None:
    """Keep the passkey that the browser made; nothing when the answer does not hold."""
    challenge, site = _challenge(request), site_of(request)
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.domain,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except UNREADABLE:
        return None
    if Passkey.objects.filter(credential=made.credential_id).exists():
        return None
    added = Passkey.objects.create(
        user=user,
        name=name,
        credential=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        is_synced=made.credential_device_type == CredentialDeviceType.MULTI_DEVICE,
        added_at=timezone.now(),
    )
    record(Event.FACTOR_ADDED, actor=user, target=added)
    return added


@transaction.atomic
def user_of_proof(request: HttpRequest, answer: str) -> User | None:
    """Return whose passkey proved itself; nobody when it did not, or the account is locked."""
    challenge, site = _challenge(request), site_of(request)
    try:
        credential = parse_authentication_credential_json(answer)
        passkey = (
            Passkey.objects.select_for_update(of=["self"])
            .select_related("user")
            .filter(credential=credential.raw_id, user__is_active=True)
            .first()
        )
        if passkey is None or is_locked(passkey.user):
            return None
        proved = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=site.domain,
            expected_origin=site.origin,
            credential_public_key=bytes(passkey.public_key),
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    except UNREADABLE:
        return None
    passkey.sign_count, passkey.last_used_at = proved.new_sign_count, timezone.now()
    passkey.save(update_fields=["sign_count", "last_used_at"])
    return passkey.user


def _challenge(request: HttpRequest) -> bytes:
    # Taken out: an answer counts once. Where none was asked, no answer fits.
    asked = request.session.pop(_CHALLENGE, None)
    return base64url_to_bytes(asked) if asked else os.urandom(SPARE_BYTES)


def _descriptors(user: User) -> list[PublicKeyCredentialDescriptor]:
    held = user.passkeys.values_list("credential", flat=True)
    return [PublicKeyCredentialDescriptor(id=bytes(each)) for each in held]
