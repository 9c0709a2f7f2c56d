"""What is told of a role in another's place: to both, when it is handed over and when it is over."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from messaging import choices, looks, outbox
from messaging.choices import Group
from messaging.models import Message
from people import access
from people.languages import speaking
from people.models import RoleAssignment, User
from people.operations import delegations
from people.operations.delegations import GIVEN
from people.roles import ORDERING_MANAGER, PLANNER
from portal.templatetags.times import day

TOLD_GIVEN, TOLD_ENDED = "role.delegated", "role.delegation_ended"
ENDED_ALREADY = gettext_noop("ersättningen är avslutad")


def tell(given: RoleAssignment, action: str, at: datetime) -> None:
    """Both of them, each in her own words and language."""
    if given.delegated_from is None:
        return
    hers, stand_in = given.delegated_from.user, given.user
    for reader in (hers, stand_in):
        with speaking(reader):
            begun, over = _words(given, reads_stand_in=reader is stand_in)
            kind, body = (TOLD_GIVEN, begun) if action == GIVEN else (TOLD_ENDED, over)
            outbox.post(
                key=f"{kind}:{given.pk}:{reader.pk}",
                kind=kind,
                to=reader,
                subject=_("Ersättare"),
                body=body,
                at=at,
                about=f"roleassignment:{given.pk}",
            )


def _words(given: RoleAssignment, *, reads_stand_in: bool) -> tuple[str, str]:
    """What is said at first, and when it is over."""
    source = given.delegated_from
    said = {
        "hers": source.user if source else "",
        "stand_in": given.user,
        "role": given.definition.name,
        "place": given.workplace or given.area,
        "first": day(given.starts),
        "last": day(given.last_day),
        "url": f"{settings.PORTAL_URL}{reverse('home:delegations')}",
    }
    if reads_stand_in:
        begun = _("Du ersätter %(hers)s som %(role)s, %(place)s, från %(first)s till och med %(last)s. %(url)s")
        over = _("Du ersätter inte längre %(hers)s som %(role)s, %(place)s.")
    else:
        begun = _("%(stand_in)s ersätter dig som %(role)s, %(place)s, från %(first)s till och med %(last)s. %(url)s")
        over = _("%(stand_in)s ersätter dig inte längre som %(role)s, %(place)s.")
    return begun % said, over % said


def concerns(user: User) -> bool:
    """Whether she has a role that can be handed over."""
    return access.holds(user, ORDERING_MANAGER.code, PLANNER.code)


@outbox.still_true(TOLD_GIVEN)
def still_handed_over(message: Message) -> str:
    """Nobody is told of what was taken back before she could read it."""
    key = message.about.partition(":")[2]
    return "" if RoleAssignment.objects.filter(pk=key).exists() else ENDED_ALREADY


choices.register(
    Group(
        code="stand_ins",
        place=75,
        name=gettext_lazy("Ersättare"),
        about=gettext_lazy("När någon ersätter dig eller du ersätter någon, och när det är slut."),
        kinds=frozenset({TOLD_GIVEN, TOLD_ENDED}),
        concerns=concerns,
    )
)
looks.dress(TOLD_GIVEN, looks.Looks(icon="user", colour="fraga"))
looks.dress(TOLD_ENDED, looks.Looks(icon="user", colour="grus"))
delegations.told_by(tell)
