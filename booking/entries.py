"""One thing on one day of a substitute's: how it looks, and what it says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext as _

from booking.models import Absence, Availability, Booking, Enquiry, Interest, Kind
from booking.period import Period


class Look(StrEnum):
    """How sure it is, from solid to closed. What comes first is what a crowded day shows first."""

    BOOKED = "bokad"
    AWAY = "borta"
    ASKED = "fraga"
    HOPED = "ljung"
    FREE = "ledig"
    ASK_FIRST = "fragaforst"
    UNABLE = "nej"


FIRST = list(Look)
LOOKS = {Kind.NOT_AVAILABLE: Look.UNABLE, Kind.ASK_ME: Look.ASK_FIRST}
ICONS = {
    Look.BOOKED: "check",
    Look.AWAY: "moon",
    Look.ASKED: "mail",
    Look.HOPED: "hand",
    Look.FREE: "clock",
    Look.ASK_FIRST: "help",
    Look.UNABLE: "x",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on one day; `period` is as much of it as belongs to the day."""

    look: Look
    day: date
    period: Period
    row: Booking | Enquiry | Interest | Availability | Absence
    notes: tuple[str, ...] = ()  # of resource time: what is booked on it, and what is left
    spent: bool = False  # of resource time: whether shifts take all of it
    jobs: int = 0  # how many advertised jobs match it

    @property
    def status(self) -> str:
        """What it is, in a word or two."""
        if isinstance(self.row, Availability):
            return in_her_words(Kind(self.row.kind))
        words = {
            Look.BOOKED: _("Bokad"),
            Look.AWAY: _("Frånvaro"),
            Look.ASKED: _("Svara Ja eller Nej"),
            Look.HOPED: _("Intresse skickat"),
        }
        return words[self.look]

    @property
    def title(self) -> str:
        """Where it is; of her own time, what she has said; of an absence, how it ends."""
        match self.row:
            case Availability():
                return self.status
            case Absence():
                return _("Frånvaro, %(how_long)s") % {"how_long": self.row.get_kind_display()}
        return self.row.order.workplace.name

    @property
    def icon(self) -> str:
        """The drawing that says the same."""
        return ICONS[self.look]

    @property
    def places(self) -> str:
        """The workplaces that her time is for; nothing if it counts at all of them."""
        if not isinstance(self.row, Availability) or not self.row.limited:
            return ""
        return ", ".join(sorted(place.name for place in self.row.workplaces.all()))

    @property
    def gives_time(self) -> bool | None:
        """Whether her resource time goes to the time bank when it is worked; nothing of what is no resource time."""
        if not isinstance(self.row, Availability) or not self.row.is_resource:
            return None
        return self.row.gives_time

    @property
    def recurs(self) -> bool:
        """Whether a week that goes on lays it out."""
        return isinstance(self.row, Availability) and bool(self.row.pattern and not self.row.pattern.ended_at)

    @property
    def is_own_word(self) -> bool:
        """Whether it is something that she has said, and may say otherwise."""
        return isinstance(self.row, Availability)

    @property
    def url(self) -> str:
        """The page about it; her own time and an absence have none."""
        match self.row:
            case Booking():
                return reverse("booking:booking", args=[self.row.pk])
            case Enquiry():
                return reverse("booking:enquiry", args=[self.row.pk])
            case Interest():
                return reverse("booking:job", args=[self.row.order_id])
        return ""


def in_her_words(kind: Kind) -> str:
    """What she has said of a time, as it is told back to her."""
    words = {Kind.AVAILABLE: _("Du kan jobba"), Kind.ASK_ME: _("Fråga först"), Kind.NOT_AVAILABLE: _("Du kan inte")}
    return words.get(kind) or str(kind.label)
