"""What people and places add to Wagtail's admin."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from people import access
from people.models import (
    Account,
    Area,
    Competence,
    DutyRule,
    Locality,
    Occupation,
    RetentionRule,
    RoleAssignment,
    RuleProfile,
    Workplace,
)
from people.panels import Alarms, Organisation
from people.requests import SignedIn
from people.views.desk import deeds, settings_log
from people.viewsets.delegations import DelegationViewSet, delegation_item
from people.viewsets.organisation import ORGANISATION, OrganisationGroup
from people.viewsets.privacy import LooksViewSet, RetentionViewSet, looks_item, retention_item
from people.viewsets.protected import ProtectedViewSet, protected_item
from people.viewsets.security import SecurityViewSet, security_item
from people.viewsets.settings_log import SettingsLogViewSet, settings_log_item

KEPT = (Area, Workplace, Locality, Occupation, Competence, RuleProfile, DutyRule)
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


@hooks.register("register_admin_viewset")
def stand_ins() -> DelegationViewSet:
    """Who stands in for whom."""
    return DelegationViewSet()


hooks.register("register_admin_menu_item", delegation_item)


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


@hooks.register("register_account_menu_item")
def second_steps(request: SignedIn) -> dict[str, object]:
    """The way from Wagtail's page of one's own account to what one signs in with."""
    about = _("Nyckel i mobilen, säkerhetskod i app och reservkoder")
    return {"url": reverse("mfa_index"), "label": _("Inloggning och säkerhet"), "help_text": about}


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """What can be done to them."""
    for model in KEPT:
        deeds.register(registry, model)
    deeds.register_people(registry)


settings_log.follow(*KEPT, RoleAssignment, Account, RetentionRule)
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


@hooks.register("register_admin_viewset")
def kept_and_looked_at() -> list[object]:
    """For how long what is known of people is kept, and who looks at it."""
    return [RetentionViewSet(), LooksViewSet()]


hooks.register(ORGANISATION, retention_item)
hooks.register(ORGANISATION, looks_item)
