"""The addresses of the messages."""

from django.urls import path

from messaging.views import inbox, webhooks

app_name = "messaging"

urlpatterns = [
    path("meddelanden/", inbox.inbox, name="inbox"),
    path("sms/<slug:gateway>/inkommande/", webhooks.inbound, name="inbound"),
    path("sms/<slug:gateway>/kvitto/", webhooks.receipt, name="receipt"),
]
