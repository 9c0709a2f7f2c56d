"""Before somebody changes how she signs in, she shows once more that it is she."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account import app_settings
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import (
    get_reauthentication_flows,
    raise_if_reauthentication_required,
)
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from people.models import User
from people.views.own import for_users

P = ParamSpec("P")


def proven(
    view: Callable[Concatenate[HttpRequest, User, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Hand the view whoever is signed in and has just shown it by password, code or key; the others are led there.

    Whoever has none of these came by e-ID, which is good for as long, or by an SMS, which is not good enough: whoever
    holds her telephone for a minute would make a way in of her own.
    """

    @for_users
    @wraps(view)
    def shown(request: HttpRequest, user: User, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if get_reauthentication_flows(user):
            raise_if_reauthentication_required(request, app="allauth.mfa")
        elif not _came_by_eid(request, user):
            return render(request, "people/second_step/password_first.html", status=403)
        return view(request, user, *args, **kwargs)

    return shown


def _came_by_eid(request: HttpRequest, user: User) -> bool:
    since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, user)
    return any(record["method"] == "socialaccount" and record["at"] > since for record in records)
