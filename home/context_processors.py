"""What every page's frame shows."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from home.badges import Badges
from people.models import User
from portal.pages import frame, languages
from portal.pages.cards import Card, card
from portal.pages.models import Contact
from portal.pages.navigation import menu


def navigation(request: HttpRequest) -> dict[str, object]:
    """The menu, the banners, the counts on the tab bar. Nothing is asked of the database until a template shows it."""
    return {
        "start_page": languages.start(),
        "menu": SimpleLazyObject(lambda: menu(request)),
        "badges": SimpleLazyObject(lambda: badges(request)),
        "desk_hours": SimpleLazyObject(desk_hours),
        "frame": SimpleLazyObject(lambda: around(request, frame.now())),
        "frame_lately": SimpleLazyObject(lambda: around_work(request)),
    }


def desk_hours() -> Card | None:
    """Whether the planners answer now, and when that changes: they stand first among the contacts."""
    contact = Contact.objects.listed().first()
    return card(contact, at=timezone.now()) if contact else None  # noqa: TID251 (the frame of a view)


def around(request: HttpRequest, kept: frame.Frame) -> dict[str, Any]:
    """The banners that stand above the page just now, and the ways below it."""
    at = timezone.now()  # noqa: TID251 (the frame of a view)
    return {"banners": frame.banners(kept, request, at=at), "ways": kept.spoken()}


def around_work(request: HttpRequest) -> dict[str, Any]:
    """The same where people work and sign in: what the process has read, and of the banners only what is pressing."""
    whole = around(request, frame.lately())
    return whole | {"banners": [banner for banner in whole["banners"] if banner.is_pressing]}


def badges(request: HttpRequest) -> Badges | None:
    """The counts of whoever is signed in."""
    user = request.user
    return Badges(user, now=timezone.now()) if isinstance(user, User) else None  # noqa: TID251 (the frame of a view)
