"""A lost second step is taken away: a colleague's by the system owner, a substitute's by her planner."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people import access
from people.forms.second_steps import ReasonForm
from people.models import Substitute, User
from people.operations import second_steps
from people.requests import SignedIn
from people.views.desk.accounts import the_account
from people.views.desk.accounts import the_list as the_accounts
from people.views.desk.page import Crumb, Page, ask, done
from people.views.desk.substitutes import the_list as the_substitutes
from people.views.desk.substitutes import the_page


@require_http_methods(["GET", "POST"])
def of_account(request: SignedIn, pk: int) -> HttpResponse:
    """A colleague's, by the system owner."""
    account = the_account(request, pk, "unlock")
    return _taken_away(request, account, [the_accounts(), (reverse("account:inspect", args=[pk]), str(account))])


@require_http_methods(["GET", "POST"])
def of_substitute(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """A substitute's, by her planner; of one with a role as well it is the system owner's to do."""
    substitute = access.get(request.user, _planners_own(), pk, "unlock")
    return _taken_away(request, substitute.user, [the_substitutes(), the_page(substitute)])


def is_offered(substitute: Substitute, reader: User) -> bool:
    """Whether there is something to take away, and the reader may."""
    hers = access.scope(reader, _planners_own(), "unlock").filter(pk=substitute.pk)
    return second_steps.of(substitute.user).exists() and hers.exists()


def _planners_own() -> "QuerySet[Substitute]":
    return Substitute.objects.select_related("user").filter(user__role_assignments=None)


def _taken_away(request: SignedIn, user: User, above: list[Crumb]) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if done(form, lambda: _done(user, form, request.user)) is None:
        lead = _("Gör det bara när du är säker på vem som ber om det. Personen får ett meddelande.")
        page = Page(_("Ta bort extra steg vid inloggning"), _("Ta bort extra steg"), above, lead=lead, icon="key")
        return ask(request, form, page)
    messages.success(request, _("Det extra steget är borttaget. Personen loggar in med bara lösenordet."))
    return redirect(above[-1][0])


def _done(user: User, form: ReasonForm, by: User) -> bool:
    second_steps.take_away(user, form.cleaned_data["reason"], by=by, at=timezone.now())
    return True
