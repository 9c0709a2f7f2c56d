"""The system owner's colleagues in Wagtail's admin: their accounts, and what each may do."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from people.forms.roles import RoleForm
from people.models import Account, RoleAssignment
from people.views.desk import account_ways, accounts, second_steps, staff
from people.views.desk.accounts import Accounts
from people.views.desk.roles import AssignRole, Roles, WithdrawRole
from people.viewsets.scoped import ScopedModelViewSet

View = Callable[..., HttpResponse]


class RoleViewSet(ScopedModelViewSet):
    """Who has which role, and where; a role is given and taken back, never changed."""

    model = RoleAssignment
    url_prefix = "roller"
    icon = "group"
    menu_label = _("Roller")
    screens: ClassVar = frozenset({"index", "add", "delete"})
    index_view_class = Roles
    add_view_class = AssignRole
    delete_view_class = WithdrawRole
    search_fields: ClassVar = ["user__first_name", "user__last_name", "user__username"]

    def get_form_class(self, for_update: bool = False) -> type[RoleForm]:  # noqa: FBT001, FBT002 (Wagtail's)
        return RoleForm


class AccountViewSet(ScopedModelViewSet):
    """The colleagues' accounts; a substitute's is made where she is taken on."""

    model = Account
    url_prefix = "konton"
    icon = "user"
    menu_label = _("Konton")
    screens: ClassVar = frozenset({"index", "add", "inspect"})
    index_view_class = Accounts
    search_fields: ClassVar = ["first_name", "last_name", "username", "email"]
    add_view: View = staticmethod(accounts.open_account)
    inspect_view: View = staticmethod(accounts.show)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("personal/", staff.hand_in, name="staff"),
            path("personal/mall/", staff.template, name="staff_template"),
            path("personal/registret/", staff.ask_register, name="staff_ask"),
            path("personal/<uuid:pk>/", staff.report, name="staff_report"),
            path("personal/<uuid:pk>/genomfor/", staff.carry_out, name="staff_carry_out"),
            path("personal/<uuid:pk>/kasta/", staff.throw_away, name="staff_discard"),
            path("<int:pk>/andra/", accounts.change, name="change"),
            path("<int:pk>/stang/", accounts.close, name="close"),
            path("<int:pk>/oppna/", accounts.reopen, name="reopen"),
            path("<int:pk>/lank/", account_ways.send_link, name="send_link"),
            path("<int:pk>/lank/ta-tillbaka/", account_ways.withdraw_link, name="withdraw_link"),
            path("<int:pk>/sista-dagen/", account_ways.end, name="end"),
            path("<int:pk>/ta-bort-steg/", second_steps.of_account, name="unlock"),
        ]
