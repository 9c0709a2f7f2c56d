"""What every change of a request begins and ends with: the lock, what stops it, and the word in the history."""

from datetime import datetime

from django.utils.translation import gettext as _

from intyg.models import CertificateRequest
from people.history import record
from people.models import User

DECIDED = ("status", "decided_at", "officer", "refusal", "details", "answered_at", "ready_at", "ready_by")


class Refused(Exception):
    """The change was not made; the text says why, a sentence on the screen."""


def locked(asked: CertificateRequest) -> CertificateRequest:
    """The request as it stands now, and nobody else's to change until we are done."""
    # Locked alone and then read again: a join in the locking query would still show the officer of before the wait.
    CertificateRequest.objects.select_for_update(no_key=True).get(pk=asked.pk)
    return CertificateRequest.objects.with_people().select_related("corrects", "ready_by").get(pk=asked.pk)


def at_hand(asked: CertificateRequest, *, by: User) -> None:
    """`Refused` unless it waits for a decision, and is hers or nobody's."""
    still_undecided(asked)
    if asked.officer not in (None, by):
        raise Refused(_("%(who)s handlägger. Ta över först.") % {"who": asked.officer})


def unready(asked: CertificateRequest) -> None:
    """What was ready to be looked over is so no more, and an answer that had come is seen to."""
    asked.ready_at = asked.ready_by = asked.answered_at = None


def still_undecided(asked: CertificateRequest) -> None:
    """`Refused` if it has been decided."""
    if not asked.is_undecided:
        raise Refused(_("Det går inte längre: beställningen är %(status)s.") % {"status": asked.get_status_display()})


def decided(
    asked: CertificateRequest, status: str, *, by: User, at: datetime, action: str, **facts: object
) -> CertificateRequest:
    """Let it be decided so, and write it down."""
    asked.status, asked.decided_at = status, at
    asked.save(
        update_fields=["status", "decided_at", "officer", "refusal", "details", "answered_at", "ready_at", "ready_by"]
    )
    write_down(asked, action, by=by, at=at, **facts)
    return asked


def write_down(asked: CertificateRequest, verb: str, *, by: User, at: datetime, **facts: object) -> None:
    """In the history."""
    # Of no area: certificates are the payroll office's alone, whatever areas she works in.
    record(asked, f"certificate.{verb}", by=by, at=at, area_id=None, **facts)
