"""The ways that a message takes to somebody: the first is the message, the others are copies of it."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop

from messaging import choices
from messaging.models import Channel
from people.models import User

MISSING = {
    None: gettext_noop("har varken mobilnummer eller e-postadress"),
    Channel.SMS: gettext_noop("har inget mobilnummer"),
    Channel.EMAIL: gettext_noop("har ingen e-postadress"),
}
"""Why a message to somebody without an address stays, by the channel that was asked for."""

NOT_WANTED = gettext_noop("vill bara ha det i inkorgen")


@dataclass(frozen=True, slots=True)
class Way:
    """One channel to one address. `stays` is why nothing can leave; `suffix` tells the copies of a message apart."""

    channel: Channel
    address: str
    stays: str = ""
    suffix: str = ""
    is_silenced: bool = False

    @property
    def leaves(self) -> bool:
        """Whether it would reach anybody, as things are now."""
        return not self.stays and not self.is_silenced

    @property
    def voice(self) -> Channel:
        """The channel whose words suit it: what cannot leave as an SMS is read on a screen."""
        return Channel.EMAIL if self.channel is Channel.SMS and not self.leaves else self.channel


def only(user: User, wanted: Channel | None, elsewhere: str = "") -> Way:
    """One way, whatever she has chosen: the channel asked for, else SMS, else e-mail; to her, or `elsewhere`."""
    channel = wanted or (Channel.EMAIL if user.email and not user.phone else Channel.SMS)
    address = elsewhere or (user.phone if channel is Channel.SMS else user.email)
    return Way(channel, address, stays="" if address else MISSING[wanted])


def to(user: User, kind: str) -> list[Way]:
    """Those that she wants for the kind: SMS, then e-mail, then her browsers; at least one, if only to her inbox."""
    group = choices.of_kind(kind)
    if group is None or group.fixed:
        return [only(user, None)]
    hers = choices.of_one(user)
    wanted = [channel for channel in Channel if hers.can(channel) and hers.wants(group, channel)]
    ways = [way for channel in wanted for way in _by(channel, hers)]
    if not ways and (hers.phone or hers.email):
        return [Way(Channel.SMS, "", stays=NOT_WANTED)]
    return ways or [only(user, None)]


def reaches(user: User, kind: str) -> bool:
    """Whether a message of the kind would leave for her by any channel."""
    return any(way.leaves for way in to(user, kind))


def _by(channel: Channel, hers: choices.Preferences) -> list[Way]:
    if channel is Channel.SMS:
        return [Way(channel, hers.phone, is_silenced=hers.silenced)]
    if channel is Channel.EMAIL:
        return [Way(channel, hers.email, suffix="email")]
    return [Way(channel, str(browser.pk), suffix=f"push:{browser.pk.hex[:12]}") for browser in hers.browsers]
