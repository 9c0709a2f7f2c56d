"""Looking at the portal as somebody else, to help her: with a code that only she has been sent, and written down."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from people import access, codes
from people.history import record
from people.models import Account, HistoryEntry, Substitute, SupportVisit, User
from people.models.support_visit import TRIES
from people.operations import telling
from people.operations.refusals import Refused
from people.roles import ROLES
from portal import security_log

ACTION = "account.support"
IN_SESSION = "support_visit"
BEGUN, GIVEN, OVER = "support_begin", "account.support_given", "support_end"
PURPOSE = "people.support"
CODES = ((timedelta(hours=1), 3), (timedelta(days=1), 10))
"""So many in so long a time, to one person and by one helper."""

KEPT_FOR = timedelta(days=1)
AT_THE_DESK = [role.code for role in ROLES.values() if role.at_the_desk]


class Asked(NamedTuple):
    """A code to send; empty if it is on its way already."""

    visit: SupportVisit
    code: str


class Tried(NamedTuple):
    """What became of a code: the visit that it opened, or why it opened none."""

    visit: SupportVisit | None = None
    refusal: str = ""


def may_be_helped(person: User, *, by: User) -> bool:
    """Never herself, nor who is protected, nor a colleague of the desk: an owner and the support are among those."""
    at_the_desk = person.role_assignments.filter(role__in=AT_THE_DESK).exists()
    return person.is_active and not (person.pk == by.pk or person.protected or person.is_superuser or at_the_desk)


@transaction.atomic
def ask(helper: User, username: str, *, reason: str, at: datetime) -> Asked:
    """Make a code for the person, in place of any other that the helper waits for; or `Refused`.

    Whoever cannot be helped is refused as if there were nobody.
    """
    person = User.objects.filter(username__iexact=username.strip()).first()
    if person is None or not may_be_helped(person, by=helper):
        security_log.event("support.refused", user=helper, about=person, why="nobody_to_help")
        raise Refused(username=_("Det finns ingen att hjälpa med det användarnamnet."))
    both = User.objects.filter(pk__in=[helper.pk, person.pk]).order_by("pk")
    list(both.select_for_update(no_key=True).values_list("pk"))  # one code at a time is counted, of each
    hers = SupportVisit.objects.filter(helper=helper)
    just_now = hers.waiting(now=at).filter(person=person, asked_at__gt=at - codes.NOT_AGAIN_WITHIN).first()
    if just_now:
        return Asked(just_now, "")
    _refuse_too_many(helper, person, at=at)
    hers.filter(closed_at=None).update(closed_at=at)
    visit, code = SupportVisit(helper=helper, person=person, reason=reason, asked_at=at), codes.drawn()
    visit.code_hash = codes.hashed(PURPOSE, visit.pk, code)
    visit.save()
    security_log.once_done("support.asked", user=helper, about=person)
    return Asked(visit, code)


@transaction.atomic
def begin(visit: SupportVisit, written: str, *, at: datetime) -> Tried:
    """Open the half hour if the code is right. A wrong one is counted, so what comes of it is answered, not raised."""
    rows = SupportVisit.objects.select_for_update(of=("self",), no_key=True).select_related("helper", "person")
    found = rows.filter(pk=visit.pk).waiting(now=at).first()
    if found is None:
        return Tried(refusal=_("Koden gäller inte längre. Be om en ny."))
    code = "".join(written.split())
    if not constant_time_compare(found.code_hash, codes.hashed(PURPOSE, found.pk, code)):
        return _wrong(found, at=at)
    allowed = may_be_helped(found.person, by=found.helper) and access.may(found.helper, ACTION)
    found.closed_at, found.begun_at = at, at if allowed else None
    found.save(update_fields=["closed_at", "begun_at"])
    if not allowed:
        security_log.event("support.refused", user=found.helper, about=found.person, why="no_longer")
        return Tried(refusal=_("Den här personen går inte längre att hjälpa så."))
    telling.of_account(found.person, BEGUN, by=found.helper, at=at, reason=found.reason)
    given = {"reason": found.reason, "person": found.person_id}
    record(Account.objects.get(pk=found.helper_id), GIVEN, by=found.helper, at=at, area_id=None, **given)
    return Tried(found)


def is_a_visit(session: SessionBase) -> bool:
    """Whether somebody looks as another in this session, or did."""
    return IN_SESSION in session


def going_on(key: str, person: User, *, now: datetime) -> SupportVisit | None:
    """The visit, while its helper may still look as the person; nothing otherwise."""
    rows = SupportVisit.objects.going_on(now=now).select_related("helper", "person")
    visit = rows.filter(pk=key, person=person.pk).first()
    if visit is None or not access.may(visit.helper, ACTION):
        return None
    return visit if may_be_helped(visit.person, by=visit.helper) else None


@transaction.atomic
def end(key: str, *, at: datetime) -> None:
    """It is over; twice is once."""
    visit = SupportVisit.objects.filter(pk=key, ended_at=None).exclude(begun_at=None).first()
    if visit and SupportVisit.objects.filter(pk=key, ended_at=None).update(ended_at=at):
        telling.of_account(visit.person, OVER, by=visit.helper, at=at)


def forget(*, at: datetime) -> None:
    """Keep no visit when nothing is counted by it any more: the history has those that took place."""
    SupportVisit.objects.filter(asked_at__lte=at - KEPT_FOR).delete()


def forget_of(person: User) -> None:
    """Nothing of why she was helped is left; that she was, is."""
    SupportVisit.objects.filter(Q(person=person) | Q(helper=person)).delete()
    of_hers = HistoryEntry.objects.filter(action__in=[f"substitute.{BEGUN}", f"account.{BEGUN}"])
    keys = [str(person.pk), *(str(key) for key in Substitute.objects.filter(user=person).values_list("pk", flat=True))]
    given = HistoryEntry.objects.filter(action=GIVEN, data__person=person.pk)
    entries = [*of_hers.filter(object_id__in=keys), *given]
    for entry in entries:
        entry.data.pop("reason", None)
    HistoryEntry.objects.bulk_update(entries, ["data"])


def _refuse_too_many(helper: User, person: User, *, at: datetime) -> None:
    for counted in (Q(helper=helper), Q(person=person)):
        for within, most in CODES:
            if SupportVisit.objects.filter(counted, asked_at__gt=at - within).count() >= most:
                security_log.event("support.refused", user=helper, about=person, why="limit")
                raise Refused(username=_("Det är för många koder på kort tid. Vänta en stund och försök igen."))


def _wrong(visit: SupportVisit, *, at: datetime) -> Tried:
    visit.attempts += 1
    visit.closed_at = at if visit.attempts >= TRIES else None
    visit.save(update_fields=["attempts", "closed_at"])
    security_log.event("support.code_refused", user=visit.helper, about=visit.person, tries=visit.attempts)
    if visit.closed_at:
        return Tried(refusal=_("Det blev fel för många gånger. Be om en ny kod."))
    return Tried(refusal=_("Koden stämmer inte. Läs den en gång till tillsammans."))
