"""The ways that somebody has to confirm that it is she, as links and forms of the page that asks."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from people import means, strength
from people.federation.beginning import AGAIN, beginning
from people.models import User
from people.strength import SAID, Step


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

    @property
    def any(self) -> bool:
        """Whether there is one."""
        return bool(self.password or self.number or self.doors)


PAGES = {
    Step.KEY: (
        "mfa_reauthenticate_webauthn",
        _("Nyckel i mobilen (passkey)"),
        _("Fingeravtryck, ansikte eller skärmlås"),
        "lock",
    ),
    Step.APP: ("mfa_reauthenticate", _("Säkerhetskod i app"), _("Eller en av dina reservkoder"), "key"),
}


def of(request: HttpRequest, user: User, back: str) -> Ways:
    """What would make her session stronger; each leads to `back`, an address of ours."""
    hers = means.of(user)
    useful = strength.worth_showing(strength.shown(request), hers.steps)
    return Ways(
        password=Step.PASSWORD in useful,
        number=hers.number if Step.CODE in useful else "",
        doors=(*_providers(request, back), *(_door(step, back) for step in useful if step in PAGES)),
    )


def _door(step: Step, back: str) -> Door:
    route, name, about, icon = PAGES[step]
    return Door(f"{reverse(route)}?{urlencode({'next': back})}", name, about, icon)


def _providers(request: HttpRequest, back: str) -> list[Door]:
    """Those that the municipality has set up; not the one whose word she came by, which would say the same again."""
    word = request.session.get(SAID, {}).get("provider")
    return [
        Door(beginning(one.id, process=AGAIN, next=back), one.shown, one.about, "idcard", posted=True)
        for one in settings.IDENTITY_PROVIDERS.values()
        if one.id != word
    ]
