"""Pages of signing in, the own account, and the page of components."""

from django.urls import path

from ots.access.views import account, components, sign_in

app_name = "access"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("account/", account.account, name="account"),
    path("components/", components.components, name="components"),
]
