"""allauth's own pages of the second step, with what ours need besides."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from people.operations import passkeys, second_steps
from people.operations.second_steps import Type


def encoded(context: dict[str, Any]) -> str:
    """What the browser needs to use a key, for an attribute of the page."""
    return DjangoJSONEncoder().encode(context["js_data"]["request_options"])


class SecondStep(AuthenticateView):
    """After the password: a code from the app, a code on paper, or a key."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 (a view's)
        """With the ways that she has."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        types = set(second_steps.of(self.stage.login.user).values_list("type", flat=True))
        return context | {"options": encoded(context), "has_key": Type.WEBAUTHN in types, "has_app": Type.TOTP in types}


class KeyAlone(LoginWebAuthnView):
    """Instead of a password: a key that says whose it is."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """What the browser needs, for our script; a page of its own there is none."""
        if get_adapter().is_ajax(request):
            return JsonResponse(passkeys.to_use_one())
        return redirect("account_login")

    def form_invalid(self, form: Any) -> HttpResponse:  # noqa: ANN401 (a view's)
        """Said on the sign-in page, which still knows where she was going."""
        answer: HttpResponse = super().form_invalid(form)
        there = get_next_redirect_url(self.request)
        return redirect(f"{answer['Location']}?{urlencode({'next': there})}") if there else answer


class KeyAgain(ReauthenticateWebAuthnView):
    """Once more, by a key, before something is changed."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 (a view's)
        """With what the browser needs."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"options": encoded(context)}

    def form_invalid(self, form: Any) -> HttpResponse:  # noqa: ANN401 (a view's)
        """Said on the same page, where she can try again."""
        for message in form.errors.get("credential", []):
            messages.error(self.request, message)
        return redirect(self.request.get_full_path())
