"""Pages of the exchange; the stem names view and template too."""

from django.urls import path

from ots.exchange.views import machine, messages

app_name = "exchange"

urlpatterns = [
    path("compact/messages/", messages.message_list, name="message-list"),
    path("compact/messages/<int:intake>/", messages.message_settle, name="message-settle"),
    path("compact/messages/<int:message>/again/", messages.message_again, name="message-again"),
    path("exchange/compact/messages/", machine.message_in, name="message-in"),
]
