"""The second factor: who needs one, how it is set up, and what does not count as one."""

import pytest
from django.urls import reverse

from ots.access.demo_users import DEMO_USERS
from ots.access.models import CodeApp, Passkey, RecoveryCode, SignInSession, User
from ots.access.models.session import SignInMethod
from ots.access.permissions import Permission
from ots.access.roles import STANDARD_ROLES
from ots.access.signing_in import codes, recovery
from ots.access.signing_in.factors import LastFactorError, remove_app, reset_factors
from ots.access.signing_in.notice import current_notice
from ots.access.signing_in.requirement import needs_second_factor
from ots.access.viewer import Viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.factories.signing_in import signed_in_client, user_of_no_record
from tests.factories.staff import PASSWORD

SIGN_IN = reverse("access:sign-in")
CODE = reverse("access:sign-in-code")
RECOVERY = reverse("access:sign-in-recovery")
SET_UP = reverse("access:set-up")


def give_password(client, user, **changes):
    sent = {
        "username": user.username,
        "password": PASSWORD,
        "accepts": current_notice().version,
        **changes,
    }
    return client.post(SIGN_IN, sent)


def app_of(user) -> str:
    """Give the user an app whose present code was not used yet; return its secret."""
    secret = codes.new_secret()
    codes.add_app(user, name="phone", secret=secret, code=codes.code_now(secret))
    CodeApp.objects.filter(user=user).update(last_step=-1)
    return secret


def is_signed_in(client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.mark.parametrize("role", STANDARD_ROLES, ids=lambda role: role.name)
def test_a_role_that_opens_anything_of_a_record_needs_a_second_factor(role):
    shows_nothing = {Permission.HOME_VIEW.codename, Permission.COMPONENTS_VIEW.codename}
    viewer = Viewer(user=None, codenames=frozenset(role.codenames()))
    assert needs_second_factor(viewer) == bool(role.codenames() - shows_nothing)


def test_a_password_alone_opens_nothing_to_an_agent(client, olivia):
    app_of(olivia)
    assert give_password(client, olivia)["Location"] == CODE
    assert not is_signed_in(client)
    assert not SignInSession.objects.filter(user=olivia).exists()


def test_the_right_code_signs_in_to_the_page_that_was_asked_for(client, olivia):
    secret = app_of(olivia)
    give_password(client, olivia, next="/caseload/")
    assert client.post(CODE, {"code": codes.code_now(secret)})["Location"] == "/caseload/"
    assert is_signed_in(client)


def test_a_code_counts_once(client, olivia):
    secret = app_of(olivia)
    code = codes.code_now(secret)
    assert codes.code_is_right(olivia, code)
    assert not codes.code_is_right(olivia, code)


def test_another_users_code_does_not_count(olivia, oscar):
    assert not codes.code_is_right(oscar, codes.code_now(app_of(olivia)))


@pytest.mark.parametrize("typed", ["", "abcdef", "12345", "1234567", "١٢٣٤٥٦"])
def test_what_is_no_code_does_not_count(typed, olivia):
    app_of(olivia)
    assert not codes.code_is_right(olivia, typed)


@pytest.mark.parametrize(("steps", "counts"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_code_counts_in_its_half_minute_and_those_beside_it(steps, counts, monkeypatch, olivia):
    secret = "3132333435363738393031323334353637383930"
    # Of these five half minutes each has a code of its own (RFC 6238, appendix B).
    monkeypatch.setattr("django_otp.oath.time", lambda: 1_111_111_111 + 30 * steps)
    told = codes.code_now(secret)
    monkeypatch.setattr("django_otp.oath.time", lambda: 1_111_111_111)
    added = codes.add_app(olivia, name="phone", secret=secret, code=told)
    assert (added is not None) is counts


def test_the_secret_of_an_app_is_not_readable_in_the_database(olivia):
    secret = app_of(olivia)
    assert secret not in CodeApp.objects.get(user=olivia).sealed_secret


def test_a_code_without_a_password_before_it_leads_to_the_start(client, olivia):
    secret = app_of(olivia)
    assert client.post(CODE, {"code": codes.code_now(secret)})["Location"] == SIGN_IN


def test_a_wrong_code_is_told_and_in_the_trail(client, olivia):
    app_of(olivia)
    give_password(client, olivia)
    assert "not right" in client.post(CODE, {"code": "000000"}).content.decode()
    entry = AuditEntry.objects.filter(event="SIGN_IN_FAILED").latest("pk")
    assert entry.additional_data["step"] == "code"


def test_the_first_sign_in_of_an_agent_sets_one_up(client, olivia):
    assert give_password(client, olivia)["Location"] == SET_UP
    assert not is_signed_in(client)


def test_a_wrong_first_code_sets_nothing_up(client, olivia):
    give_password(client, olivia)
    body = client.post(SET_UP, {"way": "app", "code": "000000"}).content.decode()
    assert "not the code that the app shows" in body
    assert not CodeApp.objects.exists()


def test_a_forged_passkey_sets_nothing_up(client, olivia):
    give_password(client, olivia)
    client.get(SET_UP)
    body = client.post(SET_UP, {"way": "passkey", "credential": '{"id": "x"}'}).content.decode()
    assert "was not added" in body
    assert not Passkey.objects.exists()


def test_who_has_a_factor_cannot_set_up_another_with_the_password_alone(client, olivia):
    app_of(olivia)
    give_password(client, olivia)
    assert client.get(SET_UP)["Location"] == SIGN_IN


@pytest.mark.parametrize(
    "forged", ['{"id": "AA", "rawId": "AA", "type": "public-key"}', "[" * 100_000, "é"]
)
def test_a_forged_passkey_signs_nobody_in(forged, client, olivia):
    sent = {"credential": forged}
    accepts = {"accepts": current_notice().version}
    assert client.post(SIGN_IN, {**sent, **accepts}).status_code == 200
    assert not is_signed_in(client)


def test_a_recovery_code_is_kept_as_a_digest_alone(olivia):
    made = recovery.make_codes(olivia)
    stored = set(RecoveryCode.objects.values_list("digest", flat=True))
    assert len(made) == len(stored) == recovery.CODES
    assert not set(made) & stored


def test_a_recovery_code_counts_however_it_is_typed_and_once(olivia):
    code = recovery.make_codes(olivia)[0]
    assert recovery.use_code(olivia, f" {code.upper().replace('-', ' ')} ")
    assert not recovery.use_code(olivia, code)


def test_new_recovery_codes_make_the_old_ones_worthless(olivia):
    old = recovery.make_codes(olivia)
    recovery.make_codes(olivia)
    assert not any(recovery.use_code(olivia, code) for code in old)


def test_another_users_recovery_code_does_not_count(olivia, oscar):
    assert not recovery.use_code(oscar, recovery.make_codes(olivia)[0])


def test_a_recovery_code_signs_in_and_says_how_many_are_left(client, olivia):
    app_of(olivia)
    made = recovery.make_codes(olivia)
    give_password(client, olivia)
    client.post(RECOVERY, {"code": made[0]})
    assert "9 are left" in client.get("/account/").content.decode()


def test_the_only_factor_of_an_agent_is_not_taken_away(olivia):
    app_of(olivia)
    with pytest.raises(LastFactorError):
        remove_app(olivia, CodeApp.objects.get(user=olivia).pk)
    assert CodeApp.objects.filter(user=olivia).exists()


def test_one_of_two_factors_is_taken_away(olivia):
    app_of(olivia)
    app_of(olivia)
    remove_app(olivia, CodeApp.objects.filter(user=olivia).first().pk)
    assert CodeApp.objects.filter(user=olivia).count() == 1


def test_nobody_takes_anothers_factor_away(olivia, oscar):
    for user in (olivia, oscar, oscar):
        app_of(user)
    remove_app(oscar, CodeApp.objects.get(user=olivia).pk)
    assert CodeApp.objects.filter(user=olivia).exists()


def test_an_administrators_reset_asks_for_a_new_set_up_and_ends_the_sessions(adam, olivia, client):
    app_of(olivia)
    olivias = signed_in_client(olivia)
    reset_factors(viewer_for(adam), olivia)
    assert not is_signed_in(olivias)
    assert give_password(client, olivia)["Location"] == SET_UP


def test_a_role_given_after_a_sign_in_with_one_factor_asks_for_the_second(db):
    ana = user_of_no_record("Ana")
    client = signed_in_client(ana, method=SignInMethod.PASSWORD)
    assert is_signed_in(client)
    ana.groups.set(type(ana.groups.first()).objects.filter(name="Parole agent"))
    assert client.get("/account/")["Location"].startswith(SIGN_IN)


def test_a_demonstrations_account_needs_none_where_the_settings_say_so(client, db, settings):
    settings.DEMONSTRATION = True
    name = DEMO_USERS[0].username
    made = factories.user("Olivia", role="Parole agent")
    demo = User.objects.create_user(username=name, password=PASSWORD)
    demo.groups.set(made.groups.all())
    assert give_password(client, demo)["Location"] == reverse("home")
    assert SignInSession.objects.get(user=demo).method == SignInMethod.DEMONSTRATION
    assert "Demonstration: made-up people" in client.get("/account/").content.decode()


def test_no_other_account_is_excused_in_a_demonstration(client, olivia, settings):
    settings.DEMONSTRATION = True
    assert give_password(client, olivia)["Location"] == SET_UP


def test_a_demonstrations_account_is_asked_elsewhere(client, db):
    made = factories.user("Olivia", role="Parole agent")
    demo = User.objects.create_user(username=DEMO_USERS[0].username, password=PASSWORD)
    demo.groups.set(made.groups.all())
    assert give_password(client, demo)["Location"] == SET_UP
