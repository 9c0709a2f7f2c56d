"""What editors meet at the desk."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from portal.pages.feedback.viewsets import DEEDS, HelpedViewSet, feedback_item, helped_item
from portal.pages.links_in_text import LinkInText
from portal.pages.viewsets import ContactViewSet

register_snippet(ContactViewSet)

hooks.register("register_admin_viewset", HelpedViewSet)
hooks.register("register_reports_menu_item", helped_item)
hooks.register("register_reports_menu_item", feedback_item)

AFTER_WAGTAILS_OWN = 1


@hooks.register("register_rich_text_features", order=AFTER_WAGTAILS_OWN)
def links_in_text(features: FeatureRegistry) -> None:
    """Links to pages are made our way."""
    features.register_link_type(LinkInText)


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """What was done with what readers say, in words."""
    for action, words in DEEDS.items():
        registry.register_action(action, words, words)


@hooks.register("construct_page_action_menu")
def publish_first(menu_items: list[object], request: object, context: object) -> None:
    """Publishing is what an editor mostly does: it is the button, and the draft is in the list."""
    publish = [item for item in menu_items if getattr(item, "name", "") == "action-publish"]
    menu_items[:] = [*publish, *(item for item in menu_items if item not in publish)]
