"""The addresses of the start pages."""

from django.urls import path

from home import views

app_name = "home"

urlpatterns = [
    path("min-sida/", views.my_page, name="my_page"),
    path("mer/", views.more, name="more"),
]
