"""What somebody who is new does first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    is_next: bool = False  # the first that she can do now


def of(me: Substitute, standing: Standing, *, now: datetime) -> list[Step]:
    """Three steps: be within reach, have an agreement, say when she can work."""
    steps = list(_all(me, standing, now))
    first = next((n for n, step in enumerate(steps) if step.url and not step.is_done), None)
    return [replace(step, is_next=n == first) for n, step in enumerate(steps)]


def _all(me: Substitute, standing: Standing, now: datetime) -> Iterator[Step]:
    ahead = [held for held in standing.agreements if held.ends is None or held.ends > now]
    if not me.user.protected:
        yield Step(
            _("Bekräfta ditt mobilnummer"),
            _("Våra frågor kommer med sms."),
            bool(me.user.phone and me.user.phone_verified),
            reverse("booking:phone"),
            _("Bekräfta numret"),
        )
    yield Step(_("Bemanningen lägger in ditt avtal"), _("Då ser du vilka jobb du kan ta."), bool(ahead))
    yield Step(
        _("Lägg in tid du kan jobba"),
        _("Då kan vi boka dig eller fråga dig."),
        url=reverse("booking:put_in"),
        act=_("Lägg in tid"),
    )
