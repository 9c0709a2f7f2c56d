"""The addresses of the messages."""

from django.urls import path

from messaging.views import channels, devices, inbox, own_data, support, webhooks

app_name = "messaging"

urlpatterns = [
    path("meddelanden/", inbox.inbox, name="inbox"),
    path("meddelanden/val/", channels.chosen, name="choices"),
    path("meddelanden/<uuid:pk>/", inbox.message, name="message"),
    path("mina-uppgifter/", own_data.page, name="own_data"),
    path("mina-uppgifter/bestall/", own_data.order, name="order_own_data"),
    path("mina-uppgifter/hamta/", own_data.fetch, name="fetch_own_data"),
    path("mina-enheter/", devices.mine, name="devices"),
    path("mina-enheter/kom-ihag/", devices.remember, name="remember_device"),
    path("mina-enheter/logga-ut-andra/", devices.sign_out_others, name="sign_out_others"),
    path("mina-enheter/<uuid:pk>/logga-ut/", devices.sign_out, name="sign_out"),
    path("mina-enheter/inte-jag/<str:token>/", devices.not_me, name="not_me"),
    path("hjalp/avsluta/", support.stop, name="stop_helping"),
    path("aviseringar/", channels.subscribe, name="subscribe"),
    path("aviseringar/av/", channels.unsubscribe, name="unsubscribe"),
    path("aviseringar/nyckel/", channels.key, name="push_key"),
    path("aviseringar/<uuid:pk>/ta-bort/", channels.remove, name="remove_browser"),
    path("sms/<slug:gateway>/inkommande/", webhooks.inbound, name="inbound"),
    path("sms/<slug:gateway>/kvitto/", webhooks.receipt, name="receipt"),
]
