"""The steps of a sign-in, where ours differ from allauth's."""

from allauth.account.stages import LoginByCodeStage
from django.http import HttpRequest


class CodeStage(LoginByCodeStage):
    """Whoever waits for a code may still sign in another way, or ask for another code."""

    def is_resumable(self, request: HttpRequest) -> bool:
        """Whether the sign-in page leads back to the code."""
        return False
