"""Pages of signing in, the own account, all accounts, and the page of components."""

from django.urls import path

from ots.access.views import (
    account,
    accounts,
    components,
    kept_forms,
    own_factors,
    own_sessions,
    provider,
    second_factor,
    set_up,
    sign_in,
    training,
    unlock,
)

app_name = "access"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-in/code/", second_factor.sign_in_code, name="sign-in-code"),
    path("sign-in/recovery/", second_factor.sign_in_recovery, name="sign-in-recovery"),
    path("sign-in/password/", second_factor.new_password, name="new-password"),
    path("sign-in/set-up/", set_up.set_up, name="set-up"),
    path("sign-in/set-up/codes/", set_up.set_up_codes, name="set-up-codes"),
    path("sign-in/with/<slug:key>/", provider.sign_in_with, name="sign-in-with"),
    path("sign-in/with/<slug:key>/return/", provider.sign_in_return, name="sign-in-return"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("unlock/", unlock.unlock, name="unlock"),
    path("confirm/", unlock.confirm, name="confirm"),
    path("session/state/", kept_forms.session_state, name="session-state"),
    path("session/stay/", kept_forms.session_stay, name="session-stay"),
    path("session/keep/", kept_forms.form_keep, name="form-keep"),
    path("session/throw-away/", kept_forms.form_throw_away, name="form-throw-away"),
    path("account/", account.account, name="account"),
    path("account/factors/", own_factors.own_factors, name="own-factors"),
    path("account/factors/add/", own_factors.factor_add, name="factor-add"),
    path("account/factors/remove/", own_factors.factor_remove, name="factor-remove"),
    path("account/factors/codes/", own_factors.own_codes, name="own-codes"),
    path("account/sessions/", own_sessions.own_sessions, name="own-sessions"),
    path("account/training/", training.own_training, name="own-training"),
    path("training/", training.training_report, name="training-report"),
    path("training/<int:account>/", training.training_record, name="training-record"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/<int:account>/", accounts.account_detail, name="account-detail"),
    path(
        "accounts/<int:account>/attributes/",
        accounts.account_attributes,
        name="account-attributes",
    ),
    path("components/", components.components, name="components"),
]
