"""What every page's frame shows."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from home.badges import Badges
from people.models import User
from portal.pages import languages
from portal.pages.cards import Card, card
from portal.pages.models import Banner, Contact
from portal.pages.navigation import menu


def navigation(request: HttpRequest) -> dict[str, object]:
    """The menu, the banners, the counts on the tab bar. Nothing is asked of the database until a template shows it."""
    return {
        "start_page": languages.start(),
        "menu": SimpleLazyObject(lambda: menu(request)),
        "badges": SimpleLazyObject(lambda: badges(request)),
        "desk_hours": SimpleLazyObject(desk_hours),
        "banners": SimpleLazyObject(banners),
    }


def desk_hours() -> Card | None:
    """Whether the planners answer now, and when that changes: they stand first among the contacts."""
    contact = Contact.objects.listed().first()
    return card(contact, at=timezone.now()) if contact else None  # noqa: TID251 (the frame of a view)


def banners() -> list[Banner]:
    """What stands above every public page just now."""
    return Banner.objects.shown(at=timezone.now())  # noqa: TID251 (the frame of a view)


def badges(request: HttpRequest) -> Badges | None:
    """The counts of whoever is signed in."""
    user = request.user
    return Badges(user, now=timezone.now()) if isinstance(user, User) else None  # noqa: TID251 (the frame of a view)
