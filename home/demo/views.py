"""The demo's own pages: come in as anybody, hold anybody's phone. They exist where `DEMO` is on, nowhere else."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from home.demo import entrance, phones
from home.demo.cast import PASSWORD
from home.demo.phones import Phone
from messaging import inbound
from people.start import start_page

P = ParamSpec("P")

ALLAUTH = settings.AUTHENTICATION_BACKENDS[0]
ANSWER_LENGTH = 300
KEY_LENGTH = 60


def only_in_the_demo(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """The page does not exist unless the demo is on."""

    @wraps(view)
    def in_the_demo(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not settings.DEMO:
            message = "the demo is off"
            raise Http404(message)
        return view(request, *args, **kwargs)

    return in_the_demo


@only_in_the_demo
@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The accounts, the phones, and the e-mail that has gone out."""
    context = {
        "doors": entrance.doors(),
        "password": PASSWORD,
        "phones": phones.all_phones(),
        "letters": phones.letters(),
    }
    return render(request, "home/demo/demo.html", context)


@only_in_the_demo
@require_POST
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Come in as one of the demo's people, without a password: nobody else can be entered as."""
    user = get_object_or_404(entrance.accounts(), pk=pk)
    login(request, user, backend=ALLAUTH)
    record_authentication(request, user, method="password")  # which stands on the page that she came from
    return redirect(start_page(user))


@only_in_the_demo
@require_safe
def phone(request: HttpRequest, pk: int) -> HttpResponse:
    """One phone: its conversation, and a field to answer in. Each form has a key: sent twice it is one SMS."""
    held = phone_or_404(pk)
    context = {"phone": held, "bubbles": phones.conversation(held), "key": uuid.uuid4()}
    return render(request, "home/demo/phone.html", context)


@only_in_the_demo
@require_safe
def conversation(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands on the screen, for the page to fetch again."""
    held = phone_or_404(pk)
    return render(request, "home/demo/conversation.html", {"phone": held, "bubbles": phones.conversation(held)})


@only_in_the_demo
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Send an SMS from the phone, the way that a gateway hands one in."""
    held = phone_or_404(pk)
    text = request.POST.get("text", "").strip()[:ANSWER_LENGTH]
    if text:
        key = request.POST.get("key", "").replace("\x00", "")[:KEY_LENGTH] or uuid.uuid4()
        inbound.receive(gateway="local", provider_id=f"demo-{key}", sender=held.number, body=text, at=timezone.now())
    return redirect("home:demo_phone", held.key)


def phone_or_404(pk: int) -> Phone:
    """The phone that this user holds, perhaps together with others."""
    found = [held for held in phones.all_phones() if any(user.pk == pk for user in held.users)]
    if not found:
        message = "no phone"
        raise Http404(message)
    return found[0]
