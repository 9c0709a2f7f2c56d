"""Unusual looking is told to the system owners, once a day for each colleague and reason."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from booking.models import Booking, Enquiry, Interest
from messaging import outbox
from messaging.models import Message
from people.days import day_of
from people.languages import speaking
from people.models import LookedAt, RoleAssignment, User
from people.operations import alarms
from people.roles import PLANNER
from people.unusual import DAY, Finding, Limits, Look, unusual
from portal import security_log

KIND = "looks.unusual"
LATELY = timedelta(days=90)


def watch(*, at: datetime) -> list[Finding]:
    """Look through the last day's looks; answers with what was found."""
    limits = Limits(*settings.LOOKS_LIMITS)
    findings = unusual(_of_the_last_day(at), limits)
    for finding in findings:
        _tell(finding, at=at)
    return findings


def _of_the_last_day(at: datetime) -> Iterable[Look]:
    """A planner's strangers are those who lately had nothing to do with any shift of her areas."""
    plans = RoleAssignment.objects.in_force(now=at).filter(user=OuterRef("user"), role=PLANNER.code)
    rows = LookedAt.objects.filter(at__gt=at - DAY).annotate(is_known=_concerns_her(at), plans=Exists(plans))
    values = rows.values_list("user", "person", "at", "page", "person__protected", "is_known", "plans")
    for user, person, when, page, protected, is_known, does_plan in values.iterator():
        stranger, listed = does_plan and not is_known, page == LookedAt.Page.CONTACTS
        yield Look(user, str(person), when, protected=protected, stranger=stranger, listed=listed)


def _concerns_her(at: datetime) -> Q:
    """That she has booked, asked or heard from the person: a shift since so long ago, or one to come."""
    plans = RoleAssignment.objects.in_force(now=at).filter(user=OuterRef(OuterRef("user")), role=PLANNER.code)
    hers = plans.values("area")
    found = Q(person__substitute=None)  # a colleague is no stranger
    for model in (Booking, Enquiry, Interest):
        here = model._base_manager.filter(substitute__user=OuterRef("person"), order__workplace__area__in=hers)
        found |= Q(Exists(here.filter(order__ends__gt=at - LATELY)))
    return found


@transaction.atomic
def _tell(finding: Finding, *, at: datetime) -> None:
    """The message says how many and where to read on: no name is in it. The security log hears of it as often."""
    told = [_told(owner, finding, at=at) for owner in alarms.owners(at=at)]
    if not told or any(message.posted_at == at for message in told):
        about, why, persons = f"user:{finding.user}", finding.why.value, finding.persons
        transaction.on_commit(partial(security_log.event, "looks.unusual", about=about, why=why, persons=persons))


def _told(owner: User, finding: Finding, *, at: datetime) -> Message:
    key = f"{KIND}:{finding.user}:{finding.why.value}:{day_of(at)}:{owner.pk}"
    with speaking(owner):
        address = f"{settings.PORTAL_URL}{reverse('looks:index')}"
        words = _("En medarbetare har öppnat uppgifter om %(n)d personer på ett ovanligt sätt. Se %(address)s")
        body = words % {"n": finding.persons, "address": address}
        subject = _("Ovanligt många har visats")
    return outbox.post(key=key, kind=KIND, to=owner, subject=subject, body=body, at=at)
