"""The addresses of the second step, under /konto/. Those that allauth leads to have its names."""

from allauth.mfa.base.views import reauthenticate
from django.db import transaction
from django.urls import URLPattern, URLResolver, include, path

from people.views import second_steps as views
from people.views.second_step_sign_in import KeyAgain, KeyAlone, SecondStep

in_one = transaction.atomic
"""What a code is used up by or a change of hers, what is told of it, and where she is signed out, is one change."""

ours = [
    path("app/", in_one(views.new_app), name="app"),
    path("nyckel/", in_one(views.new_key), name="key"),
    path("nyckel/<int:pk>/", views.rename, name="rename"),
    path("reservkoder/", views.codes, name="codes"),
    path("reservkoder/nya/", in_one(views.renew_codes), name="renew_codes"),
    path("<int:pk>/ta-bort/", in_one(views.remove), name="remove"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("sakerhet/", views.index, name="mfa_index"),
    path("sakerhet/", include((ours, "second_step"))),
    path("login/kod/", in_one(SecondStep.as_view()), name="mfa_authenticate"),
    path("login/nyckel/", in_one(KeyAlone.as_view()), name="mfa_login_webauthn"),
    path("bekrafta/kod/", in_one(reauthenticate), name="mfa_reauthenticate"),
    path("bekrafta/nyckel/", in_one(KeyAgain.as_view()), name="mfa_reauthenticate_webauthn"),
]
