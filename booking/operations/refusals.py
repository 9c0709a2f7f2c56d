"""What an operation answers when it will not: words for the person who asked."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from booking.models import Booking
from booking.offering import Hindrance
from booking.reasons import in_words, sentence
from booking.rules import Breach, Weight


class Refused(Exception):
    """The change was not made; `reasons` says why, each a sentence on the screen.

    `beside` is what was said that it is about, by its name in the operation; empty if it is about all of it.
    """

    def __init__(self, *reasons: str, beside: str = "") -> None:
        super().__init__(*reasons)
        self.reasons: Sequence[str] = reasons
        self.beside = beside

    def __str__(self) -> str:
        return ". ".join(self.reasons)


class CannotBook(Refused):
    """The rules, or somebody who was first, stand in the way."""

    def __init__(self, *breaches: Breach) -> None:
        super().__init__(*(sentence(breach) for breach in breaches))
        self.breaches = breaches

    @property
    def overridable(self) -> bool:
        """Whether a named role could do it with a reason."""
        return bool(self.breaches) and all(breach.weight is Weight.OVERRIDABLE for breach in self.breaches)


class Hindered(Refused):
    """The policy does not let it be booked directly."""

    def __init__(self, *hindrances: Hindrance) -> None:
        super().__init__(*(sentence(hindrance) for hindrance in hindrances))
        self.hindrances = hindrances


class AlreadyTaken(Refused):
    """The order has been filled, or is no longer there to fill."""


def just_taken() -> AlreadyTaken:
    """Somebody was first."""
    return AlreadyTaken(_("Passet är redan taget."))


def taken_by(made: Booking) -> AlreadyTaken:
    """Somebody was first: who has the shift, since when, and who saw to it, if it was not she herself or the portal."""
    facts = {"who": str(made.substitute), "when": in_words(made.booked_at), "by": str(made.booked_by)}
    if made.booked_by_id in {None, made.substitute.user_id}:
        return AlreadyTaken(_("Passet är redan bokat: %(who)s. Bokat %(when)s.") % facts)
    return AlreadyTaken(_("Passet är redan bokat: %(who)s. Bokat %(when)s av %(by)s.") % facts)
