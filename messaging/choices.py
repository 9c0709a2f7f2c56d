"""How people want to be told of what: the groups that kinds belong to, and by which channels each group goes to whom.

Whoever has chosen nothing is told as ever: by SMS, by e-mail if she has no number, and in the browsers that she has let
in where the group says so. Only what she has changed is kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from messaging import vapid
from messaging.models import Channel, ChannelChoice, PushSubscription, Silenced
from people import history
from people.models import User
from people.operations import areas
from people.operations.refusals import Refused

Wanted = Mapping[tuple[str, Channel], bool]
"""Whether a group, by its code, is wanted by a channel."""


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds that are chosen together. `obligatory`: one way always remains; `urgent`: a notice that wakes the phone."""

    code: str
    place: int
    name: str | Promise
    about: str | Promise
    kinds: frozenset[str]
    obligatory: bool = False
    fixed: bool = False
    """Goes where it must, and nothing of it is chosen: codes and links to get in by."""
    in_browsers: bool = False
    by_sms: bool = True
    """Whether it goes by SMS, and by e-mail in its place, to who has not chosen; else it waits in the inbox."""
    urgent: bool = False
    concerns: Callable[[User], bool] = lambda _user: True


OF_THE_ACCOUNT = frozenset({
    "account.mail", "account.alarm", "account.new_browser", "account.second_step", "account.support_code",
    "login.code", "login.shared", "phone.code", "phone.changed", "email.link", "email.taken", "email.changed",
    "owncopy.ready", "looks.unusual", "password.invitation", "password.reset", "password.due",
    "account.written_way",
})  # fmt: skip
ACCOUNT = Group(
    code="account",
    place=90,
    name=gettext_lazy("Konto och säkerhet"),
    about=gettext_lazy("Koder och länkar som du själv ber om, och besked när något i kontot ändras."),
    kinds=OF_THE_ACCOUNT,
    obligatory=True,
    fixed=True,
)
_groups: dict[str, Group] = {ACCOUNT.code: ACCOUNT}


def register(group: Group) -> None:
    """Let the kinds of the group be chosen together: said by the app that posts them."""
    _groups[group.code] = group


def groups(user: User) -> list[Group]:
    """What she can be told of, in the order of the page."""
    return sorted((group for group in _groups.values() if group.concerns(user)), key=lambda group: group.place)


def of_kind(kind: str) -> Group | None:
    """The group that the kind belongs to."""
    return next((group for group in _groups.values() if kind in group.kinds), None)


@dataclass(frozen=True, slots=True)
class Preferences:
    """Where somebody can be told anything, and what she has chosen."""

    phone: str = ""
    silenced: bool = False
    email: str = ""
    browsers: tuple[PushSubscription, ...] = ()
    chosen: Wanted = field(default_factory=dict)

    def can(self, channel: Channel) -> bool:
        """Whether there is an address to send to."""
        return bool({Channel.SMS: self.phone, Channel.EMAIL: self.email, Channel.PUSH: self.browsers}[channel])

    def locked(self, group: Group, channel: Channel) -> bool:
        """Whether it cannot be turned off: SMS; e-mail where no SMS arrives; notices where there is nothing else."""
        if not group.obligatory or channel is Channel.SMS:
            return group.obligatory
        by_sms = bool(self.phone) and not self.silenced
        return self.can(channel) and not by_sms and (channel is Channel.EMAIL or not self.email)

    def usual(self, group: Group, channel: Channel) -> bool:
        """What goes for who has not chosen: e-mail stands in for SMS where there is no number."""
        if channel is not Channel.PUSH and not group.by_sms:
            return False
        if channel is Channel.EMAIL:
            return not self.phone and self.chosen.get((group.code, Channel.SMS), True)
        return channel is Channel.SMS or group.in_browsers

    def wants(self, group: Group, channel: Channel) -> bool:
        """Whether the group goes by the channel, if it can."""
        chosen = self.chosen.get((group.code, channel), self.usual(group, channel))
        return self.locked(group, channel) or chosen


_known: ContextVar[Mapping[int, Preferences]] = ContextVar("known", default=MappingProxyType({}))


def of(people: Iterable[User]) -> dict[int, Preferences]:
    """The preferences of each, by her key; three queries, however many they are."""
    people = list(people)
    silenced = Silenced.objects.among(user.phone for user in people if user.phone)
    rows = ChannelChoice.objects.filter(user__in=people)
    chosen: dict[int, dict[tuple[str, Channel], bool]] = {user.pk: {} for user in people}
    for row in rows:
        chosen[row.user_id][row.group, Channel(row.channel)] = row.wanted
    browsers: dict[int, list[PushSubscription]] = {user.pk: [] for user in people}
    if vapid.is_on():
        for browser in PushSubscription.objects.filter(user__in=people).order_by("made_at", "pk"):
            browsers[browser.user_id].append(browser)
    return {
        one.pk: Preferences(one.phone, one.phone in silenced, one.email, tuple(browsers[one.pk]), chosen[one.pk])
        for one in people
    }


def of_one(user: User) -> Preferences:
    """Hers."""
    return _known.get().get(user.pk) or of([user])[user.pk]


@contextmanager
def known(people: Iterable[User]) -> Iterator[None]:
    """For a burst: what is posted to these meanwhile is asked once for all, not once each."""
    token = _known.set({**_known.get(), **of(people)})
    try:
        yield
    finally:
        _known.reset(token)


@transaction.atomic
def choose(user: User, wanted: Wanted, *, at: datetime) -> None:
    """Let her be told so from now on; `Refused` if something obligatory would be turned off."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    hers = of([user])[user.pk]
    by_code = {group.code: group for group in groups(user) if not group.fixed}
    asked = {(by_code[code], channel): yes for (code, channel), yes in wanted.items() if code in by_code}
    if any(not yes and hers.locked(group, channel) for (group, channel), yes in asked.items()):
        raise Refused(choices=_("Det här måste vi kunna nå dig om, så det går inte att stänga av."))
    changed = {pair: yes for pair, yes in asked.items() if yes != hers.wants(*pair)}
    for (group, channel), yes in changed.items():
        ChannelChoice.objects.update_or_create(user=user, group=group.code, channel=channel, defaults={"wanted": yes})
    if changed:
        _record(user, changed, at=at)


def _record(user: User, changed: Mapping[tuple[Group, Channel], bool], *, at: datetime) -> None:
    substitute = getattr(user, "substitute", None)
    if substitute is not None:
        said = sorted(f"{'+' if yes else '-'}{group.code}:{channel}" for (group, channel), yes in changed.items())
        area = areas.of_substitute(substitute)
        history.record(substitute, "substitute.choose_channels", by=user, at=at, area_id=area, channels=said)
