"""What editors meet at the desk."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.admin.views.account import NotificationsSettingsPanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from people.requests import SignedIn
from portal.pages import documents
from portal.pages.care import comments, hers, panel, reviews
from portal.pages.care.checker import PortalChecks
from portal.pages.care.viewset import CareViewSet
from portal.pages.care.viewset import items as care_items
from portal.pages.feedback import waiting
from portal.pages.feedback.viewsets import DEEDS, HelpedViewSet, feedback_item, helped_item
from portal.pages.links_in_text import LinkInText
from portal.pages.viewsets import (
    BannerViewSet,
    ContactViewSet,
    KeywordViewSet,
    PaydayViewSet,
    SystemShortcutViewSet,
)

for viewset in (ContactViewSet, SystemShortcutViewSet, BannerViewSet, KeywordViewSet, PaydayViewSet):
    register_snippet(viewset)

hooks.register("register_admin_viewset", HelpedViewSet)
hooks.register("register_reports_menu_item", helped_item)
hooks.register("register_reports_menu_item", feedback_item)
hooks.register("before_serve_document", documents.guard)
panel.others.append(waiting.counts)

# What editors are told goes by the outbox, and each chooses how where she chooses for all else. Wagtail has no setting
# for its mail about comments, nor for its own switches.
EditView.send_commenting_notifications = comments.tell
NotificationsSettingsPanel.is_active = comments.has_no_switches

AFTER_WAGTAILS_OWN = 1
LAST_STEPS = ("action-publish", "action-submit")


@hooks.register("register_rich_text_features", order=AFTER_WAGTAILS_OWN)
def links_in_text(features: FeatureRegistry) -> None:
    """Links to pages are made our way."""
    features.register_link_type(LinkInText)


@hooks.register("construct_page_action_menu")
def last_step_first(menu_items: list[object], request: object, context: object) -> None:
    """The button is what ends the work: publishing, or sending to whoever publishes. The draft is in the list."""
    named = {getattr(item, "name", ""): item for item in menu_items}
    first = [named[name] for name in LAST_STEPS if name in named][:1]
    menu_items[:] = [*first, *(item for item in menu_items if item not in first)]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def keep_review(request: SignedIn, page: Page) -> None:
    """When to read the page again, and who, as the editor's form handed it on; whether this version is shown or not."""
    if chosen := getattr(page, "care_chosen", None):
        reviews.choose(page, *chosen)


@hooks.register("register_admin_viewset")
def care() -> CareViewSet:
    """The reports of the pages."""
    return CareViewSet()


@hooks.register("construct_reports_menu")
def reports(request: SignedIn, items: list[MenuItem]) -> None:
    """Ours before Wagtail's own."""
    items[:0] = [item for item in care_items() if item.is_shown(request)]


@hooks.register("construct_wagtail_userbar")
def checks(request: SignedIn, items: list[Component], page: object) -> None:
    """Our checks in the place of Wagtail's."""
    items[:] = [PortalChecks() if isinstance(item, ContentCheckerItem) else item for item in items]


@hooks.register("construct_homepage_panels")
def first_page(request: SignedIn, panels: list[Component]) -> None:
    """What needs care, for those who edit."""
    if hers.may_edit_some(request.user):
        panels.append(panel.Care(now=timezone.now()))


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """What is done to a page, and with what readers say of it, besides Wagtail's own."""
    for action, words in DEEDS.items():
        registry.register_action(action, words, words)
    registry.register_action(reviews.READ_AGAIN, _("Läs igenom"), _("Genomläst, allt stämmer"))
