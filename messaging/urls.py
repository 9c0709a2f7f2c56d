"""The addresses of the messages."""

from django.urls import path

from messaging.views import channels, inbox, own_data, webhooks

app_name = "messaging"

urlpatterns = [
    path("meddelanden/", inbox.inbox, name="inbox"),
    path("meddelanden/val/", channels.chosen, name="choices"),
    path("meddelanden/<uuid:pk>/", inbox.message, name="message"),
    path("mina-uppgifter/", own_data.page, name="own_data"),
    path("mina-uppgifter/bestall/", own_data.order, name="order_own_data"),
    path("mina-uppgifter/hamta/", own_data.fetch, name="fetch_own_data"),
    path("aviseringar/", channels.subscribe, name="subscribe"),
    path("aviseringar/av/", channels.unsubscribe, name="unsubscribe"),
    path("aviseringar/nyckel/", channels.key, name="push_key"),
    path("aviseringar/<uuid:pk>/ta-bort/", channels.remove, name="remove_browser"),
    path("sms/<slug:gateway>/inkommande/", webhooks.inbound, name="inbound"),
    path("sms/<slug:gateway>/kvitto/", webhooks.receipt, name="receipt"),
]
