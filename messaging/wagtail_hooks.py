"""What the messages add to Wagtail's admin: the support's way to help somebody, that begins with her code."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from messaging.views import signing_out, support
from people import access
from people.operations.support import ACTION
from people.requests import SignedIn
from people.viewsets.organisation import ORGANISATION


class SupportViewSet(ViewSet):
    """Two forms."""

    name = "support"
    url_prefix = "hjalp-en-person"
    icon = "help"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", support.whom, name="index"), path("<uuid:pk>/", support.code, name="code")]


class SupportItem(MenuItem):
    """For whoever may help so."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, ACTION)


class SignOutViewSet(ViewSet):
    """Signing somebody out, of the one who answers for her."""

    name = "sign_out_person"
    url_prefix = "logga-ut"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("konto/<int:pk>/", signing_out.account, name="account"),
            path("vikarie/<uuid:pk>/", signing_out.substitute, name="substitute"),
        ]


@hooks.register("register_admin_viewset")
def sign_out_viewset() -> SignOutViewSet:
    """Logga ut överallt."""
    return SignOutViewSet()


@hooks.register("register_account_menu_item")
def devices_item(request: SignedIn) -> dict[str, object]:
    """Where a colleague of the desk is signed in."""
    page = {"label": _("Mina enheter"), "help_text": _("Var du är inloggad")}
    return {"url": reverse("messaging:devices"), **page}


@hooks.register("register_account_menu_item")
def own_data_item(request: SignedIn) -> dict[str, object]:
    """What is kept of a colleague, and who has looked at it."""
    page = {"label": _("Dina uppgifter"), "help_text": _("Hämta en kopia och se vem som har tittat")}
    return {"url": reverse("messaging:own_data"), **page}


@hooks.register("register_admin_viewset")
def support_viewset() -> SupportViewSet:
    """Hjälp en person."""
    return SupportViewSet()


@hooks.register(ORGANISATION)
def support_item() -> MenuItem:
    """Its line in the menu."""
    return SupportItem(_("Hjälp en person"), reverse("support:index"), name="support", icon_name="help", order=900)
