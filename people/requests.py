"""Who is asking."""

from django.http import HttpRequest

from people.models import User


class SignedIn(HttpRequest):
    """A request by somebody with an account, as every request behind a gate is."""

    user: User
