"""The addresses of the start pages."""

from django.urls import path

from home import views
from home.demo import views as demo
from people.views import delegating

app_name = "home"

urlpatterns = [
    path("min-sida/", views.my_page, name="my_page"),
    path("mer/", views.more, name="more"),
    path("mer/ersattare/", delegating.in_the_app, name="delegations"),
    path("mer/ersattare/<uuid:pk>/avsluta/", delegating.end, {"back": delegating.APP}, name="end_delegation"),
    path("demo/", demo.demo, name="demo"),
    path("demo/in/<int:pk>/", demo.enter, name="demo_enter"),
    path("demo/telefon/<int:pk>/", demo.phone, name="demo_phone"),
    path("demo/telefon/<int:pk>/sms/", demo.conversation, name="demo_conversation"),
    path("demo/telefon/<int:pk>/svar/", demo.answer, name="demo_answer"),
]
