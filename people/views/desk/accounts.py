"""The system owner's colleagues: who has an account, opening one, closing one."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button

from people import access, looking, phones
from people.forms.person import AccountForm, NewAccountForm, as_written
from people.models import Account, RoleAssignment
from people.operations import colleagues, second_steps
from people.operations.organisation import Stays
from people.requests import SignedIn
from people.views.desk import account_state
from people.views.desk.account_state import EndForm
from people.views.desk.page import Crumb, Page, ask, done, frame
from people.views.scoped import ScopedIndex


class Accounts(ScopedIndex):
    """The colleagues' accounts, by name."""

    page_title = gettext_lazy("Konton")
    add_item_label = gettext_lazy("Öppna ett konto")
    default_ordering: ClassVar = ["last_name", "first_name", "username"]

    def get_base_queryset(self) -> "QuerySet[Any]":
        held = RoleAssignment.objects.in_force(now=timezone.now()).select_related("area", "workplace")
        roles = Prefetch("role_assignments", held)
        hers = Account.objects.of_colleagues().values("pk")
        return super().get_base_queryset().filter(pk__in=hers).prefetch_related(roles)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """And a way in for many at once."""
        buttons: list[Button] = [*super().header_more_buttons]
        if access.may(self.request.user, "staffimport.apply"):
            buttons.append(Button(_("Läs in personal"), url=reverse("account:staff"), icon_name="upload", priority=90))
        return buttons

    @cached_property
    def columns(self) -> list[Column]:
        """Name, user name, roles, e-mail, state."""
        name = TitleColumn("name", label=_("Namn"), accessor=str, sort_key="last_name", get_url=self.get_inspect_url)
        return [
            name,
            Column("username", label=_("Användarnamn"), sort_key="username"),
            Column("roles", label=_("Roller"), accessor=roles_of),
            Column("email", label=_("E-post")),
            Column("state", label=_("Läge"), accessor=state_of),
        ]


@require_http_methods(["GET", "POST"])
def open_account(request: SignedIn) -> HttpResponse:
    """The form for a new account, and what comes of it."""
    if not access.may(request.user, "account.open"):
        raise Http404
    form = NewAccountForm(request.POST or None)
    account = done(
        form,
        lambda: colleagues.open_account(
            form.person(),
            username=form.cleaned_data["username"],
            born=form.cleaned_data["born"],
            by=request.user,
            at=timezone.now(),
        ),
    )
    if account is None:
        return ask(request, form, Page(_("Öppna ett konto"), _("Öppna kontot"), [the_list()], icon="plus"))
    messages.success(request, _("Kontot är öppnat. Ge det en roll, så kan personen börja."))
    return redirect("account:inspect", account.pk)


@require_safe
def show(request: SignedIn, pk: int) -> HttpResponse:
    """One account."""
    return page(request, the_account(request, pk, "view"))


def page(
    request: SignedIn, account: Account, *, form: EndForm | None = None, refused: str = "", status: int = 200
) -> HttpResponse:
    """The account, with what was refused beside what was asked."""
    now = timezone.now()
    looking.note(account, looking.Page.ACCOUNT, by=request.user, at=now)
    roles = RoleAssignment.objects.filter(user=account).select_related("area", "workplace", "delegated_from__user")
    context = {"account": account, "roles": access.scope(request.user, roles)} | frame(str(account), [the_list()])
    context["has_second_step"] = account.pk != request.user.pk and second_steps.of(account).exists()
    context |= account_state.shown(request, account, now=now, form=form, refused=refused)
    return render(request, "people/desk/account.html", context, status=status)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, pk: int) -> HttpResponse:
    """The form for a colleague's name, phone and e-mail, and what comes of it."""
    account = the_account(request, pk, "change")
    form = AccountForm(request.POST or None, initial=as_written(account))
    now = timezone.now()
    if request.method == "GET":
        looking.note(account, looking.Page.CHANGE, by=request.user, at=now)
    if done(form, lambda: colleagues.change_account(account, form.person(), by=request.user, at=now)) is None:
        above = [the_list(), (reverse("account:inspect", args=[pk]), str(account))]
        return ask(request, form, Page(_("Ändra uppgifter"), _("Spara"), above))
    messages.success(request, _("Uppgifterna är sparade."))
    return redirect("account:inspect", pk)


@require_POST
def close(request: SignedIn, pk: int) -> HttpResponse:
    """She is let in no more."""
    account = the_account(request, pk, "close")
    try:
        colleagues.close_account(account, by=request.user, at=timezone.now())
    except Stays as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Kontot är stängt."))
    return redirect("account:inspect", pk)


@require_POST
def reopen(request: SignedIn, pk: int) -> HttpResponse:
    """She is let in again."""
    colleagues.reopen_account(the_account(request, pk, "open"), by=request.user, at=timezone.now())
    messages.success(request, _("Kontot är öppet igen."))
    return redirect("account:inspect", pk)


def the_account(request: SignedIn, pk: int, verb: str) -> Account:
    """A colleague's account, or 404."""
    return access.get(request.user, Account.objects.of_colleagues(), pk, verb)


def the_list() -> Crumb:
    """All accounts."""
    return reverse("account:index"), _("Konton")


def roles_of(account: Account) -> str:
    """What she does, each role once."""
    return ", ".join(sorted({str(given.definition.name) for given in account.role_assignments.all()}))


def state_of(account: Account) -> str:
    """Whether she gets in."""
    if not account.is_active:
        return _("Stängt")
    if account.ends_on:
        return _("Öppet till och med %(day)s") % {"day": date_format(account.ends_on, "j F Y")}
    if account.has_usable_password():
        return _("Öppet")
    is_reached = phones.mobile(account.phone, settings.PHONE_REGION) is not None
    return _("Väntar på lösenord") if is_reached else _("Väntar på lösenord, kan inte få sms")
