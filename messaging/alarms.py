"""The system owner is told at once, by SMS or else by mail, and it stands at her desk until it is seen to."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from messaging import outbox
from people.languages import speaking
from people.models import Alarm
from people.operations import alarms
from portal import security_log

KIND = "account.alarm"


@transaction.atomic
def sound(kind: Alarm.Kind, *, at: datetime, **facts: int) -> None:
    """Once a day of each kind, however often it happens."""
    alarm = alarms.sound(kind, at=at, **facts)
    if alarm is None:
        return
    security_log.once_done("alarm.sounded", user=None, about=alarm, kind=str(alarm.kind), **facts)
    for owner in alarms.owners(at=at):
        with speaking(owner):
            words = _("Larm i Vikarieportalen: %(what)s. Se Säkerhet på skrivbordet.")
            outbox.post(
                key=f"{KIND}:{kind}:{alarm.day}:{owner.pk}",
                kind=KIND,
                to=owner,
                subject=_("Larm i Vikarieportalen"),
                body=words % {"what": alarm.get_kind_display()},
                at=at,
            )
