"""The addresses of the messages."""

from django.urls import path

from messaging.views import channels, inbox, webhooks

app_name = "messaging"

urlpatterns = [
    path("meddelanden/", inbox.inbox, name="inbox"),
    path("meddelanden/val/", channels.chosen, name="choices"),
    path("meddelanden/<uuid:pk>/", inbox.message, name="message"),
    path("aviseringar/", channels.subscribe, name="subscribe"),
    path("aviseringar/av/", channels.unsubscribe, name="unsubscribe"),
    path("aviseringar/nyckel/", channels.key, name="push_key"),
    path("aviseringar/<uuid:pk>/ta-bort/", channels.remove, name="remove_browser"),
    path("sms/<slug:gateway>/inkommande/", webhooks.inbound, name="inbound"),
    path("sms/<slug:gateway>/kvitto/", webhooks.receipt, name="receipt"),
]
