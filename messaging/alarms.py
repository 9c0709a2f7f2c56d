"""The system owner is told at once, by SMS or else by mail, and it stands at her desk until it is seen to."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from messaging import outbox
from people.languages import speaking
from people.models import Alarm
from people.operations import alarms

KIND = "account.alarm"


@transaction.atomic
def sound(kind: Alarm.Kind, *, at: datetime, **facts: int) -> None:
    """Once a day of each kind, however often it happens."""
    alarm = alarms.sound(kind, at=at, **facts)
    for owner in alarms.owners() if alarm else []:
        with speaking(owner):
            outbox.post(
                key=f"{KIND}:{kind}:{alarm.day}:{owner.pk}",
                kind=KIND,
                to=owner,
                subject=_("Larm i Vikarieportalen"),
                body=_("Larm i Vikarieportalen: %(what)s. Se Säkerhet på skrivbordet.")
                % {"what": alarm.get_kind_display()},
                at=at,
            )
