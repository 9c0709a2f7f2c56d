"""What somebody is told of her password: the link to choose one by, and that it soon is too old."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from messaging import codes, outbox
from messaging.codes import To
from messaging.models import Channel, Message
from people import passwords
from people.days import STOCKHOLM, begins, day_of, is_over
from people.languages import speaking
from people.models import PasswordLink, User
from people.operations import password_links
from people.operations.refusals import Refused

INVITATION, RESET, DUE = "password.invitation", "password.reset", "password.due"
KINDS = {PasswordLink.Kind.INVITATION: INVITATION, PasswordLink.Kind.RESET: RESET}
NO_LONGER = gettext_noop("länken gäller inte längre")
CHANGED = gettext_noop("lösenordet är bytt")
IN_THE_MORNING, IN_THE_EVENING = time(9), time(21)
"""What nobody at a desk has just asked for wakes nobody."""


@password_links.carried_by
def carry(link: PasswordLink, at: datetime) -> None:
    """Post it to her telephone; or `Refused`, if nothing would arrive there."""
    if no := stopped(link.user):
        raise Refused(person=no)
    if not codes.take_one(link.user, link.user.phone, To.KNOWN, at=at):
        raise Refused(person=_("Just nu går det inte att skicka fler koder och länkar med sms. Försök igen i morgon."))
    with speaking(link.user):
        outbox.post(
            key=f"{KINDS[PasswordLink.Kind(link.kind)]}:{link.pk}",
            kind=KINDS[PasswordLink.Kind(link.kind)],
            to=link.user,
            subject=_("Välj lösenord"),
            body=_words(link) % {"url": page_of(link)},
            at=at,
            channel=Channel.SMS,
            facts={"pk": str(link.pk)},
            discreet=True,
            due_at=at if link.sent_by_id else _waking(at),
        )


@password_links.doubted_by
def stopped(user: User) -> str:
    """Why no SMS would leave for her telephone."""
    if outbox.reachable_by_sms(user):
        return ""
    return _("Numret har stoppat sms. Be personen skicka START till portalens nummer först.")


def page_of(link: PasswordLink) -> str:
    """Where it is followed to."""
    return f"{settings.PORTAL_URL}{reverse('password_link', args=[link.token])}"


@transaction.atomic
def warn(*, at: datetime) -> None:
    """Tell each once when few days are left, and once on the last; in the morning, and not of what was told before."""
    if not settings.PASSWORD_MAX_AGE:
        return
    today, late = day_of(at), at >= _of_day(day_of(at), IN_THE_EVENING)
    for user in _soon_too_old(today):
        last = passwords.last_day(user)
        if last is None or user.must_change_password or not user.has_usable_password():
            continue
        if late and last > today:
            continue  # it can wait for the morning
        with speaking(user):
            _warn(user, last, today, at=at)


@outbox.still_true(INVITATION)
@outbox.still_true(RESET)
def still_open(message: Message) -> str:
    """A link that has been used, or that another has taken the place of, need not arrive."""
    is_open = PasswordLink.objects.filter(pk=message.facts["pk"], closed_at=None, number=message.recipient.phone)
    return "" if is_open.exists() else NO_LONGER


@outbox.still_true(DUE)
def still_old(message: Message) -> str:
    """She may have chosen another meanwhile."""
    last = passwords.last_day(message.recipient)
    return "" if last and last.isoformat() == message.facts["last_day"] else CHANGED


def _words(link: PasswordLink) -> str:
    if link.kind == PasswordLink.Kind.INVITATION:
        return _("Välkommen till Vikarieportalen. Välj ett lösenord inom 7 dagar: %(url)s")
    words = _("Bemanningen hjälper dig till ett nytt lösenord. Välj det inom ett dygn: %(url)s")
    unasked = _("Har du inte bett om det? Ring Bemanningen.")
    return f"{words} {unasked}"


def _soon_too_old(today: date) -> list[User]:
    """Those whose password has its last day today, or within the days of warning."""
    age = timedelta(days=settings.PASSWORD_MAX_AGE)
    first, last = today - age, today - age + timedelta(days=settings.PASSWORD_WARNING)
    span = {"password_changed_at__gte": begins(first), "password_changed_at__lt": is_over(last)}
    return list(User.objects.filter(is_active=True, protected=False, **span).order_by("pk"))


def _warn(user: User, last: date, today: date, *, at: datetime) -> None:
    left = (last - today).days
    days = ngettext("om %(n)d dag", "om %(n)d dagar", left) % {"n": left} if left else _("i dag")
    when = _("i dag") if not left else f"{days}, {date_format(last, 'j F')}"
    words = _("Ditt lösenord till Vikarieportalen går ut %(when)s. Byt det på %(url)s")
    outbox.post(
        key=f"{DUE}:{user.pk}:{last}:{'soon' if left else 'today'}",
        kind=DUE,
        to=user,
        subject=_("Byt ditt lösenord"),
        body=words % {"when": when, "url": f"{settings.PORTAL_URL}{reverse('account_change_password')}"},
        at=at,
        due_at=max(at, _of_day(today, IN_THE_MORNING)),
        facts={"last_day": last.isoformat()},
    )


def _waking(at: datetime) -> datetime:
    """The moment itself by day, else the next morning."""
    today = day_of(at)
    if at >= _of_day(today, IN_THE_EVENING):
        today += timedelta(days=1)
    elif at >= _of_day(today, IN_THE_MORNING):
        return at
    return _of_day(today, IN_THE_MORNING)


def _of_day(day: date, clock: time) -> datetime:
    """The moment when Stockholm's clock shows it that day."""
    return datetime.combine(day, clock, STOCKHOLM)
