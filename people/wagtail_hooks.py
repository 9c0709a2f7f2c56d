"""What people and places add to Wagtail's admin."""

from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from people import access
from people.models import Account, Area, Competence, Locality, Occupation, RoleAssignment, RuleProfile, Workplace
from people.panels import Alarms, Organisation
from people.requests import SignedIn
from people.views.desk import deeds, settings_log
from people.viewsets.organisation import ORGANISATION, OrganisationGroup
from people.viewsets.protected import ProtectedViewSet, protected_item
from people.viewsets.security import SecurityViewSet, security_item
from people.viewsets.settings_log import SettingsLogViewSet, settings_log_item

KEPT = (Area, Workplace, Locality, Occupation, Competence, RuleProfile)
"""The tables of people and places that the system owner keeps."""

FOR_THOSE_WHO_EDIT = {"explorer", "images", "documents", "reports", "settings", "help"}


@hooks.register("register_admin_viewset")
def organisation() -> OrganisationGroup:
    """The system owner's tables."""
    return OrganisationGroup()


@hooks.register("register_admin_viewset")
def protected() -> ProtectedViewSet:
    """Those whose names are hidden."""
    return ProtectedViewSet()


hooks.register("register_admin_menu_item", protected_item)


@hooks.register("construct_main_menu")
def own_menu(request: SignedIn, items: list[MenuItem]) -> None:
    """Nobody has what she never uses: Wagtail's own entries are for those who edit pages."""
    if not user_has_any_page_permission(request.user):
        items[:] = [item for item in items if item.name not in FOR_THOSE_WHO_EDIT]


@hooks.register("construct_homepage_panels", order=-10)
def first_page(request: SignedIn, panels: list[Component]) -> None:
    """Wagtail's own panels for those who edit pages; the organisation in figures for its keeper."""
    if not user_has_any_page_permission(request.user):
        panels.clear()
    if access.may(request.user, "roleassignment.change"):
        panels.append(Organisation(request.user))
    if access.may(request.user, "alarm.view"):
        panels.append(Alarms(request.user))


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """What can be done to them."""
    for model in KEPT:
        deeds.register(registry, model)
    deeds.register_people(registry)


settings_log.follow(*KEPT, RoleAssignment, Account)
hooks.register(ORGANISATION, settings_log_item)


hooks.register(ORGANISATION, security_item)


@hooks.register("register_admin_viewset")
def of_security() -> SecurityViewSet:
    """What the portal warns of."""
    return SecurityViewSet()


@hooks.register("register_admin_viewset")
def log_of_settings() -> SettingsLogViewSet:
    """Who changed what of the settings."""
    return SettingsLogViewSet()
