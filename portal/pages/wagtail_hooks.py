"""What editors meet at the desk."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from portal.pages.viewsets import ContactViewSet

register_snippet(ContactViewSet)


@hooks.register("construct_page_action_menu")
def publish_first(menu_items: list[object], request: object, context: object) -> None:
    """Publishing is what an editor mostly does: it is the button, and the draft is in the list."""
    publish = [item for item in menu_items if getattr(item, "name", "") == "action-publish"]
    menu_items[:] = [*publish, *(item for item in menu_items if item not in publish)]
