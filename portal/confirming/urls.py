"""The addresses of the page that asks."""

from django.urls import path

from portal.confirming import views

urlpatterns = [
    path("", views.confirm, name="confirm"),
    path("sms/", views.send, name="confirm_send"),
    path("sms/kod/", views.code, name="confirm_code"),
]
