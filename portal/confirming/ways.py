"""The ways that somebody has to confirm that it is she, as links and forms of the page that asks."""

from dataclasses import dataclass

from allauth.socialaccount.adapter import get_adapter
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from people import means, strength
from people.models import User
from people.strength import Step


@dataclass(frozen=True, slots=True)
class Door:
    """A page of its own where she shows something; `posted` if it opens by a form."""

    url: str
    name: str | Promise
    about: str | Promise
    icon: str
    posted: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """Hers, just now. `number` is where a code can go, in E.164; empty if it would not help."""

    password: bool
    number: str
    doors: tuple[Door, ...]
    setting_up: str = ""
    """Where she puts in a second step, if there is nothing that she could show."""

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.password or self.number or self.doors)


PAGES = {
    Step.KEY: ("mfa_reauthenticate_webauthn", _("Passnyckel"), _("Fingeravtryck, ansikte eller skärmlås"), "lock"),
    Step.APP: ("mfa_reauthenticate", _("Kod från app"), _("Eller en av dina reservkoder"), "key"),
}


def of(request: HttpRequest, user: User, back: str) -> Ways:
    """What would make her session stronger; each leads to `back`, an address of ours."""
    hers = means.of(user)
    useful = strength.worth_showing(strength.shown(request), hers.steps)
    found = [_door(step, back) for step in useful if step in PAGES]
    return Ways(
        password=Step.PASSWORD in useful,
        number=hers.number if Step.CODE in useful else "",
        doors=(*_providers(request, back), *(door for door in found if door)),
        setting_up=_first_number(user) or _address("mfa_index", back),
    )


def _door(step: Step, back: str) -> Door | None:
    route, name, about, icon = PAGES[step]
    url = _address(route, back)
    return Door(url, name, about, icon) if url else None


def _providers(request: HttpRequest, back: str) -> list[Door]:
    """Those of e-ID that the municipality has set up."""
    about = _("BankID eller Freja")
    doors = []
    for provider in get_adapter().list_providers(request):
        try:
            url = provider.get_login_url(request, process="login", next=back)
        except NoReverseMatch:
            continue
        doors.append(Door(url, provider.name, about, "idcard", posted=True))
    return doors


def _first_number(user: User) -> str:
    return reverse("booking:phone") if hasattr(user, "substitute") and not user.protected else ""


def _address(route: str, back: str) -> str:
    try:
        return f"{reverse(route)}?{urlencode({'next': back})}"
    except NoReverseMatch:
        return ""
