"""What somebody who is new does first."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from home.standing import Standing
from people.models import Substitute


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and whether it is done; without an address it is somebody else's to do."""

    heading: str
    text: str
    is_done: bool = False
    url: str = ""
    act: str = ""


def of(me: Substitute, standing: Standing, *, now: datetime) -> list[Step]:
    """Three steps: be within reach, have an agreement, say when she can work."""
    ahead = [held for held in standing.agreements if held.ends is None or held.ends > now]
    return [
        Step(
            _("Bekräfta ditt mobilnummer"),
            _("Våra frågor kommer med sms."),
            bool(me.user.phone and me.user.phone_verified),
            reverse("booking:profile"),
            _("Till din profil"),
        ),
        Step(_("Bemanningen lägger in ditt avtal"), _("Då ser du vilka jobb du kan ta."), bool(ahead)),
        Step(
            _("Lägg in tid du kan jobba"),
            _("Då kan vi boka dig eller fråga dig."),
            url=reverse("booking:put_in"),
            act=_("Lägg in tid"),
        ),
    ]
