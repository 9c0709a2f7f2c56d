"""The demo municipality, whole or not at all."""

import uuid
from datetime import date, datetime, timedelta

from django.db import transaction

from home.demo import (
    assisted,
    banked,
    coming,
    courses,
    decided,
    foreseen,
    history,
    narrowed,
    new_places,
    noted,
    paid,
    payroll,
    people,
    places,
    proposed,
    protected,
    usual,
    wished,
    worked,
)
from home.demo.ordering import DEMO, let_sms_leave
from home.demo.world import World
from intyg import operations as certificates
from intyg.models import CertificateRequest, CertificateType
from people.models import User


def is_built() -> bool:
    """Whether there is anybody here already: the demo is for an empty database."""
    return User.objects.exists()


@transaction.atomic
def build(now: datetime) -> World:
    """Everything but the pages, as it stands at `now`."""
    world = World(now)
    places.build(world)
    people.build(world)
    wished.build(world)
    decided.build(world)
    history.build(world)
    worked.build(world)
    courses.build(world)
    coming.build(world)
    new_places.build(world)
    assisted.build(world)
    protected.build(world)
    usual.build(world)
    noted.build(world)
    narrowed.build(world)
    banked.build(world)
    payroll.build(world)
    paid.build(world)
    proposed.build(world)
    _ask_for_a_certificate(world)
    foreseen.build(world)
    let_sms_leave()
    return world


def _ask_for_a_certificate(world: World) -> None:
    for name, kind, purpose, note in (
        ("Amira Hassan", CertificateType.SERVICE, CertificateRequest.Purpose.STUDIES, "Jag behöver det före den 1:a."),
        ("Lars-Erik Sundin", CertificateType.EMPLOYER, CertificateRequest.Purpose.UNEMPLOYMENT, ""),
    ):
        wish = certificates.Wish(kind, *_last_year(world.today), purpose, note)
        certificates.request(
            world.substitutes[name],
            wish,
            command=uuid.uuid5(DEMO, f"{name} {kind}"),
            by=world.users[name],
            at=world.ago(days=1, hours=3),
        )


def _last_year(today: date) -> tuple[date, date]:
    """The twelve whole months before this one."""
    this_month = today.replace(day=1)
    return this_month.replace(year=this_month.year - 1), this_month - timedelta(days=1)
