"""Unusual looking is told to the system owners, once a day for each colleague and reason."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from messaging import outbox
from people.days import day_of
from people.languages import speaking
from people.models import Agreement, LookedAt, RoleAssignment, User
from people.roles import PLANNER, SYSTEM_OWNER
from people.unusual import DAY, Finding, Limits, Look, unusual
from portal import security_log

KIND = "looks.unusual"


def watch(*, at: datetime) -> list[Finding]:
    """Look through the last day's looks; answers with what was found."""
    limits = Limits(*settings.LOOKS_LIMITS)
    findings = unusual(_of_the_last_day(at), limits)
    for finding in findings:
        _tell(finding, at=at)
    return findings


def _of_the_last_day(at: datetime) -> Iterable[Look]:
    """A planner's strangers are those who have no agreement in any area that she plans."""
    hers = RoleAssignment.objects.filter(user=OuterRef(OuterRef("user")), role=PLANNER.code).values("area")
    papers = Agreement.objects.filter(substitute=OuterRef("substitute"))
    known = papers.filter(Q(area__in=hers) | Q(workplace__area__in=hers))
    plans = RoleAssignment.objects.filter(user=OuterRef("user"), role=PLANNER.code)
    rows = LookedAt.objects.filter(at__gt=at - DAY).annotate(is_known=Exists(known), plans=Exists(plans))
    values = rows.values_list("user", "substitute", "at", "substitute__user__protected", "is_known", "plans")
    for user, person, when, protected, is_known, plans_ in values.iterator():
        yield Look(user, str(person), when, protected=protected, stranger=plans_ and not is_known)


@transaction.atomic
def _tell(finding: Finding, *, at: datetime) -> None:
    """The message says how many and where to read on: no name is in it."""
    owners = RoleAssignment.objects.filter(role=SYSTEM_OWNER.code).values("user")
    for owner in User.objects.filter(pk__in=owners, is_active=True):
        key = f"{KIND}:{finding.user}:{finding.why.value}:{day_of(at)}:{owner.pk}"
        with speaking(owner):
            address = f"{settings.PORTAL_URL}{reverse('looks:index')}"
            words = _("En medarbetare har öppnat uppgifter om %(n)d personer på ett ovanligt sätt. Se %(address)s")
            body = words % {"n": finding.persons, "address": address}
            subject = _("Ovanligt många har visats")
        outbox.post(key=key, kind=KIND, to=owner, subject=subject, body=body, at=at)
    facts = {"why": finding.why.value, "persons": finding.persons}
    transaction.on_commit(lambda: security_log.event("looks.unusual", about=f"user:{finding.user}", **facts))
