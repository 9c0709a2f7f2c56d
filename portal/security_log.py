"""The security log: who did what, when and from where, a line of JSON an event.

A person is the key of her account, a row the key of its own. Whatever else is said goes through `masking`: no name,
number, address, code or key stands in it. Hand in facts that are chosen, never what somebody wrote.
"""

import logging
from collections.abc import Callable
from functools import partial

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from portal import at_hand
from portal.masking import masked, without_secrets

logger = logging.getLogger("security")

REFUSED = (403, 404)
TOO_MANY = 429
OF_PAGES = ("wagtail_serve",)
"""A page that is not there is no door that somebody tried."""

BY_THEMSELVES = ("csp_reports",)
"""What browsers send unasked: that there was too much of it is nobody's attempt."""

Somebody = Model | AnonymousUser | None


def event(
    name: str,
    *,
    request: HttpRequest | None = None,
    user: Somebody = None,
    about: Model | str | None = None,
    **facts: object,
) -> None:
    """Write that it happened: `<thing>.<what became of it>`, such as `sign_in.failed`.

    The request and whoever sent it are known without being handed in, where there is one.
    """
    here = at_hand.now()
    asked = request or (here.request if here else None)
    said = {
        "event": name,
        "request": here.number if here else "",
        "from": at_hand.client_address(asked) if asked else "",
        "asked": without_secrets(f"{asked.method} {asked.path}") if asked else "",
        "user": _key(user) or (_key(known(asked)) if asked else None),
        "about": _named(about),
        "facts": masked(facts),
    }
    logger.info(name, extra={"said": said})


def once_done(name: str, *, user: Somebody = None, about: Model | str | None = None, **facts: object) -> None:
    """Write it when the change that it is part of is kept; if that is rolled back, it never happened."""
    transaction.on_commit(partial(event, name, request=None, user=user, about=_named(about), **facts))


def mark(written: str) -> str:
    """Stands for what somebody wrote, the same each time; it cannot be read back without the key of the portal."""
    tag = salted_hmac("portal.security_log.mark", written.strip().casefold()).hexdigest()
    return tag[:12] if written.strip() else ""


def known(request: HttpRequest) -> Somebody:
    """Who sent it, if that has been asked for already: a log asks the database nothing."""
    found: Somebody = getattr(request, "_cached_user", None)
    return found


class Refusals:
    """Gives each request its number, and tells of what was refused to somebody who is signed in.

    What she may not see is answered as if it did not exist, so a 404 is a door that was tried as much as a 403.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with at_hand.holding(request):
            response = self.get_response(request)
            _tell(request, response.status_code)
        return response


def _tell(request: HttpRequest, status: int) -> None:
    way = request.resolver_match  # nothing where she was stopped before the address was read
    name = way.view_name if way else ""
    if status in REFUSED and name not in OF_PAGES and _key(known(request)):
        event("access.refused", request=request, status=status, way=name)
    if status == TOO_MANY and name not in BY_THEMSELVES:
        event("limit.reached", request=request, way=name)


def _key(user: Somebody) -> object:
    return user.pk if user else None


def _named(about: Model | str | None) -> str:
    return f"{about._meta.model_name}:{about.pk}" if isinstance(about, Model) else without_secrets(about or "")
