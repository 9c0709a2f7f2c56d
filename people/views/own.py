"""The ways in to a person's own screens."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from people.models import Substitute, User
from people.start import start_page
from people.views import kept

P = ParamSpec("P")


def for_substitutes(
    view: Callable[Concatenate[HttpRequest, Substitute, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Hand the view the substitute who asks. Strangers are asked to sign in.

    A colleague who follows a link of the public pages is sent to where her own work begins; what is a substitute's own
    does not exist to her.
    """

    @wraps(view)
    def as_herself(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return kept.to_sign_in(request)
        me = substitute_of(request)
        if me is None and not kwargs and request.method == "GET":
            return redirect(start_page(request.user))
        if me is None:
            message = "only for substitutes"
            raise Http404(message)
        return view(request, me, *args, **kwargs)

    return as_herself


def for_users(
    view: Callable[Concatenate[HttpRequest, User, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Hand the view whoever is signed in; strangers are asked to sign in."""

    @wraps(view)
    def as_herself(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not isinstance(request.user, User):
            return kept.to_sign_in(request)
        return view(request, request.user, *args, **kwargs)

    return as_herself


def substitute_of(request: HttpRequest) -> Substitute | None:
    """The substitute who asks, if it is one."""
    user = request.user
    return user.substitute if isinstance(user, User) and hasattr(user, "substitute") else None
