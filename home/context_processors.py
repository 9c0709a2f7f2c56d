"""What every page's frame shows."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.pages.navigation import menu


def navigation(request: HttpRequest) -> dict[str, object]:
    """The menu. Nothing is asked of the database until a template shows it."""
    return {"menu": SimpleLazyObject(lambda: menu(request))}
