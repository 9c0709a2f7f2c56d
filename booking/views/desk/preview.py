"""How what a planner writes will read as an SMS, and how many SMS it comes to, before anything is sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking import receivers
from booking.notifications import Letter
from booking.notifications.fitting import Example
from booking.receivers import Price, Receivers
from people.models import User


@dataclass(frozen=True, slots=True)
class Preview:
    """The text in each language that they read, with its price; nothing of it if nobody has written anything."""

    prices: Sequence[Price]
    receivers: Receivers

    @property
    def texts(self) -> list[tuple[Price, Example, str]]:
        """Each with what it costs, and the name of its language."""
        names = dict(settings.LANGUAGES)
        return [(price, Example(price.text), str(names[price.language])) for price in self.prices]

    @property
    def total(self) -> int:
        """The SMS of all."""
        return receivers.total(self.prices)

    @property
    def people(self) -> int:
        """How many get it, by SMS or otherwise."""
        return len(self.receivers.people)

    @property
    def button(self) -> str:
        """Skicka till 43 vikarier, 86 sms"""
        return _("Skicka till %(who)s, %(sms)s") % {"who": vikarier(self.people), "sms": sms(self.total)}

    @property
    def seen(self) -> str:
        """What was said of it, to be compared with what is so when it is sent."""
        return f"{self.people}:{self.total}"


def of(body: str, found: Receivers, *, by: User) -> Preview:
    """The preview of the words to those who get them."""
    return Preview(found.prices(Letter(body, by=by)) if body.strip() else [], found)


def vikarier(number: int) -> str:
    """43 vikarier"""
    return ngettext("%(n)d vikarie", "%(n)d vikarier", number) % {"n": number}


def sms(number: int) -> str:
    """86 sms"""
    return _("%(n)d sms") % {"n": number}
