"""The way in to an ordering manager's screens."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponseBase

from people import access
from people.models import User
from people.roles import ORDERING_MANAGER
from people.views import kept

P = ParamSpec("P")


def for_managers(
    view: Callable[Concatenate[HttpRequest, User, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Hand the view the manager who asks; to others the page does not exist, and strangers are asked to sign in."""

    @wraps(view)
    def as_herself(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        me = request.user
        if not me.is_authenticated:
            return kept.to_sign_in(request)
        if not access.holds(me, ORDERING_MANAGER.code):
            message = "only for ordering managers"
            raise Http404(message)
        return view(request, me, *args, **kwargs)

    return as_herself
