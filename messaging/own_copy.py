"""She asks for a copy of what is kept of her: the queue makes it, she is told, and fetches it within a week."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django_q.tasks import async_task

from messaging import outbox
from people import own_data
from people.history import record
from people.languages import speaking
from people.models import OwnCopy, User
from people.operations.refusals import Refused
from portal import security_log

READY = "owncopy.ready"
TOO_LONG = timedelta(minutes=2)
"""A copy takes seconds; what has waited longer was left by a process that died."""


@transaction.atomic
def order(user: User, *, at: datetime) -> OwnCopy:
    """Let it be made; one at a time, and the one before goes."""
    list(User.objects.select_for_update(no_key=True).filter(pk=user.pk).values_list("pk"))
    hers = OwnCopy.objects.filter(user=user)
    if waiting := hers.waiting().first():
        return waiting
    hers.delete()
    copy = OwnCopy.objects.create(user=user, ordered_at=at)
    record(copy, "owncopy.order", by=user, at=at, area_id=None)
    async_task("messaging.tasks.make_own_copy", str(copy.pk))
    return copy


@transaction.atomic
def make(key: uuid.UUID, *, at: datetime) -> None:
    """Make it and tell her; twice is once."""
    rows = OwnCopy.objects.waiting().select_for_update(skip_locked=True, of=("self",)).select_related("user")
    copy = rows.filter(pk=key).first()
    if copy is None:
        return
    with speaking(copy.user):
        copy.file, copy.made_at = own_data.zipped(copy.user, at=at), at
        copy.save(update_fields=["file", "made_at"])
        address = f"{settings.PORTAL_URL}{reverse('messaging:own_data')}"
        body = _("Dina uppgifter är klara att hämta i en vecka: %(address)s") % {"address": address}
        subject = _("Dina uppgifter")
    security_log.once_done("own_copy.made", about=copy)
    outbox.post(key=f"{READY}:{copy.pk}", kind=READY, to=copy.user, subject=subject, body=body, at=at)


@transaction.atomic
def fetch(user: User, *, at: datetime) -> bytes:
    """The file, for herself; `Refused` if there is none any more."""
    copy = OwnCopy.objects.ready(now=at).filter(user=user).first()
    if copy is None or copy.file is None:
        raise Refused(copy=_("Filen finns inte längre. Beställ en ny."))
    record(copy, "owncopy.fetch", by=user, at=at, area_id=None)
    return bytes(copy.file)


def forget(*, at: datetime) -> None:
    """What has lain for a week goes, and what a dead process left is taken up."""
    OwnCopy.objects.forgotten(now=at).delete()
    for key in OwnCopy.objects.waiting().filter(ordered_at__lt=at - TOO_LONG).values_list("pk", flat=True):
        async_task("messaging.tasks.make_own_copy", str(key))
