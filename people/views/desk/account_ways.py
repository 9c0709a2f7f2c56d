"""The system owner sends a colleague a link to a password, and says which day is her last."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from people.requests import SignedIn
from people.views.desk import account_state
from people.views.desk.account_state import EndForm
from people.views.desk.accounts import page, the_account

REFUSED, FAULTY = 409, 422


@require_POST
def send_link(request: SignedIn, pk: int) -> HttpResponse:
    """A link, by SMS."""
    account, now = the_account(request, pk, "invite"), timezone.now()
    if refused := account_state.send_link(request, account, now=now):
        return page(request, account, refused=refused, status=REFUSED)
    return redirect("account:inspect", pk)


@require_POST
def withdraw_link(request: SignedIn, pk: int) -> HttpResponse:
    """The link leads nowhere any more."""
    account_state.withdraw_link(request, the_account(request, pk, "invite"), now=timezone.now())
    return redirect("account:inspect", pk)


@require_POST
def end(request: SignedIn, pk: int) -> HttpResponse:
    """Her last day."""
    account, form = the_account(request, pk, "close"), EndForm(request.POST)
    if not account_state.ended(request, account, form, now=timezone.now()):
        return page(request, account, form=form, status=FAULTY)
    return redirect("account:inspect", pk)
