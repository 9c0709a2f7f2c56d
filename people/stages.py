"""The steps of a sign-in, where ours differ from allauth's."""

from typing import Any

from allauth.account.stages import LoginByCodeStage
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from people import strength
from people.strength import SAID, Step


class CodeStage(LoginByCodeStage):
    """Whoever waits for a code may still sign in another way, or ask for another code."""

    def is_resumable(self, request: HttpRequest) -> bool:
        """Whether the sign-in page leads back to the code."""
        return False


class SecondStepStage(AuthenticateStage):
    """Whoever comes by an e-ID that is sure of her has shown more than a password, and is asked for nothing besides."""

    def _should_handle(self, request: HttpRequest) -> bool:
        login: Any = (self.login.signal_kwargs or {}).get("sociallogin")
        said = login.state.get(SAID) if login else None
        return not (said and strength.word(said) is Step.EID) and super()._should_handle(request)
