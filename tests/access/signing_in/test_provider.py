"""Signing in with the agency's own provider: a real one runs beside the test."""

import re
import socket
import subprocess
import sys
import time
from base64 import urlsafe_b64encode
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.urls import reverse

from ots.access.federation.errors import FederationError
from ots.access.federation.providers import describe
from ots.access.federation.tokens import checked_claims
from ots.access.models import ProviderIdentity, SignInProvider, SignInSession, User
from ots.access.models.session import SignInMethod
from ots.access.signing_in.notice import current_notice
from ots.audit.models import AuditEntry
from tests import factories

KEY = "kent"
START = reverse("access:sign-in-with", args=[KEY])
RETURN = reverse("access:sign-in-return", args=[KEY])
SIGN_IN = reverse("access:sign-in")
ACCEPTED = {"accepts": current_notice().version, "next": "/caseload/"}


@pytest.fixture(scope="module")
def issuer():
    """Start the provider on a free port, and return its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "-n", "True"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(address, process):
    for _ in range(200):
        assert process.poll() is None, "The provider ended by itself."
        try:
            requests.get(f"{address}/.well-known/openid-configuration", timeout=2)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("The provider did not answer.")


@pytest.fixture
def provider(db, issuer, monkeypatch):
    monkeypatch.setenv("KENT_SECRET", "not so secret")
    return SignInProvider.objects.create(
        agency=factories.agency("Kent County Sheriff"),
        key=KEY,
        name="Kent County",
        issuer=issuer,
        client_id="ots",
        secret_variable="KENT_SECRET",
        second_factor_acr=["urn:kent:two"],
        second_factor_amr=["mfa"],
    )


@pytest.fixture
def known_olivia(provider, olivia):
    ProviderIdentity.objects.create(provider=provider, user=olivia, subject="kent-olivia")
    return olivia


def vouch(issuer, subject="kent-olivia", **claims):
    """Have the provider know somebody, and what it says of the sign-in there."""
    requests.put(f"{issuer}/users/{subject}", json=claims, timeout=30).raise_for_status()


def walk(client, subject="kent-olivia"):
    """Go to the provider, sign in there, and return the address it sends back to."""
    there = client.post(START, ACCEPTED)["Location"]
    answer = requests.post(there, data={"sub": subject}, timeout=30, allow_redirects=False)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def why() -> str:
    """Return what the trail says about the last refusal."""
    return AuditEntry.objects.filter(event="SIGN_IN_FAILED").latest("pk").additional_data["why"]


def is_signed_in(client):
    return client.get("/account/").status_code == 200


def test_a_known_person_with_a_second_factor_there_is_signed_in(client, issuer, known_olivia):
    vouch(issuer, amr=["pwd", "mfa"])
    assert client.get(walk(client))["Location"] == "/caseload/"
    assert SignInSession.objects.get(user=known_olivia).method == SignInMethod.PROVIDER


def test_the_claim_acr_tells_a_second_factor_too(client, issuer, known_olivia):
    vouch(issuer, acr="urn:kent:two")
    client.get(walk(client))
    assert is_signed_in(client)


@pytest.mark.parametrize("claims", [{}, {"amr": ["pwd"]}, {"acr": "urn:kent:one"}, {"amr": "mfa"}])
def test_without_a_second_factor_there_one_is_asked_here(claims, client, issuer, known_olivia):
    vouch(issuer, **claims)
    assert client.get(walk(client))["Location"] == reverse("access:set-up")
    assert not is_signed_in(client)


def test_who_is_not_entered_beforehand_is_not_let_in(client, issuer, provider):
    vouch(issuer, "a-stranger", amr=["mfa"], email="olivia@agency.example")
    before = User.objects.count()
    assert client.get(walk(client, "a-stranger"))["Location"] == SIGN_IN
    assert User.objects.count() == before
    assert "Nobody here is known" in why()


def test_a_closed_account_is_not_let_in(client, issuer, known_olivia):
    vouch(issuer, amr=["mfa"])
    User.objects.filter(pk=known_olivia.pk).update(is_active=False)
    assert client.get(walk(client))["Location"] == SIGN_IN
    assert "Nobody here is known" in why()


@pytest.mark.parametrize("state", ["forged", "%C3%A9", ""])
def test_a_state_of_another_browser_is_refused(state, client, issuer, known_olivia):
    vouch(issuer, amr=["mfa"])
    back = re.sub(r"state=[^&]+", f"state={state}", walk(client))
    assert client.get(back)["Location"] == SIGN_IN
    assert "state" in why()


def test_an_answer_counts_once(client, issuer, known_olivia):
    vouch(issuer, amr=["mfa"])
    back = walk(client)
    client.get(back)
    client.post(reverse("access:sign-out"))
    assert client.get(back)["Location"] == SIGN_IN
    assert "Nobody was sent" in why()


def test_an_answer_that_nobody_asked_for_is_refused(client, provider):
    assert client.get(f"{RETURN}?code=x&state=y")["Location"] == SIGN_IN


def test_a_token_made_for_another_errand_is_refused(client, issuer, known_olivia):
    vouch(issuer, amr=["mfa"])
    back = walk(client)
    kept = client.session
    kept["sign_in_with"] = {**kept["sign_in_with"], "nonce": "another"}
    kept.save()
    assert client.get(back)["Location"] == SIGN_IN
    assert "another errand" in why()


def test_a_token_for_another_application_is_refused(client, issuer, known_olivia, provider):
    vouch(issuer, amr=["mfa"])
    token = _token_for_us(client, issuer)
    provider.client_id = "another"
    with pytest.raises(FederationError, match="Audience doesn't match"):
        checked_claims(provider, describe(provider).keys, token=token, nonce="any")


def test_a_token_that_somebody_changed_is_refused(client, issuer, known_olivia, provider):
    vouch(issuer, amr=["pwd"])
    head, _, signature = _token_for_us(client, issuer).split(".")
    forged = urlsafe_b64encode(b'{"sub": "kent-olivia", "amr": ["mfa"]}').rstrip(b"=").decode()
    with pytest.raises(FederationError, match="Signature verification failed"):
        checked_claims(
            provider, describe(provider).keys, token=f"{head}.{forged}.{signature}", nonce="any"
        )


def _token_for_us(client, issuer):
    """Return a real token that the provider made for us."""
    back = parse_qs(urlsplit(walk(client)).query)
    sent = {
        "grant_type": "authorization_code",
        "code": back["code"][0],
        "redirect_uri": f"http://testserver{RETURN}",
    }
    answer = requests.post(f"{issuer}/oauth2/token", data=sent, auth=("ots", "x"), timeout=30)
    return answer.json()["id_token"]


def test_the_way_there_carries_state_nonce_and_proof_key(client, issuer, provider):
    there = parse_qs(urlsplit(client.post(START, ACCEPTED)["Location"]).query)
    assert there["code_challenge_method"] == ["S256"]
    assert all(len(there[name][0]) > 40 for name in ("state", "nonce", "code_challenge"))
    assert there["redirect_uri"] == [f"http://testserver{RETURN}"]


def test_nobody_is_sent_there_without_accepting_the_notice(client, provider):
    assert client.post(START, {"accepts": ""})["Location"] == SIGN_IN


def test_a_provider_that_does_not_answer_is_told_in_plain_words(client, provider):
    SignInProvider.objects.filter(pk=provider.pk).update(issuer="http://127.0.0.1:9")
    client.post(START, ACCEPTED)
    assert "did not let you in here" in client.get(SIGN_IN).content.decode()


def test_an_address_without_encryption_is_not_asked(client, provider):
    SignInProvider.objects.filter(pk=provider.pk).update(issuer="http://kent.example")
    assert client.post(START, ACCEPTED)["Location"] == SIGN_IN


def test_the_sign_in_page_offers_the_providers_in_use(client, provider):
    assert "Accept and go to Kent County" in client.get(SIGN_IN).content.decode()
    SignInProvider.objects.update(is_active=False)
    assert "Kent County" not in client.get(SIGN_IN).content.decode()
    assert client.post(START, ACCEPTED).status_code == 404
