"""The security log: who did what, when and from where, a line of JSON an event.

A person is the key of her account, a row the key of its own. Whatever else is said goes through `masking`: no name,
number, address, code or key stands in it. Hand in facts that are chosen, never what somebody wrote.
"""

import logging
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from portal import at_hand
from portal.masking import masked, without_secrets

logger = logging.getLogger("security")

REFUSED = (403, 404)
OF_PAGES = ("wagtail_serve",)
"""A page that is not there is no door that somebody tried."""

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
            way = request.resolver_match  # nothing where she was stopped before the address was read
            is_a_page = way is not None and way.url_name in OF_PAGES
            if response.status_code in REFUSED and not is_a_page and _key(known(request)):
                name = way.view_name if way else ""
                event("access.refused", request=request, status=response.status_code, way=name)
        return response


def _key(user: Somebody) -> object:
    return user.pk if user else None


def _named(about: Model | str | None) -> str:
    return f"{about._meta.model_name}:{about.pk}" if isinstance(about, Model) else without_secrets(about or "")
