"""Two areas where everything has happened, alike but for their names: the own side of each reader, and the other."""

from dataclasses import dataclass
from datetime import time, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from booking import enquiry_links
from booking.models import (
    Absence,
    AvailabilityChange,
    CalendarDay,
    OrderGroup,
    OrderReason,
    OrderTemplate,
    PlannerTask,
    RestDebt,
    SavedView,
    TimeBankEntry,
)
from booking.models.calendar_feed import SIGNER
from booking.notifications.written import KIND as WRITTEN
from booking.notifications.written import SENDING
from booking.operations import absences, bookings, calendar_feeds, enquiries, orders, standing, workplace_requests
from booking.period import Period
from intyg.models import Certificate, CertificateRequest
from messaging import inbound, outbox
from messaging.models import PushSubscription
from people.models import (
    Alarm,
    Block,
    Competence,
    Locality,
    RuleProfile,
    Substitute,
    SubstituteImport,
    SubstituteNote,
    User,
)
from people.operations import identity, roles
from people.roles import ROLES
from tests.cast import NOW, Town, a_town, with_role
from tests.factories.booking import AvailabilityFactory, BookingFactory, InterestFactory
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.people import SubstituteCompetenceFactory, SubstituteFactory, UserFactory
from tests.matrix import pay_files, payroll_rows, planned, read_pages, roles_with_days, sign_ins

Keys = dict[str, object]
ROLE_OF = {"C": "certificate_officer", "E": "editor", "G": "approver", "O": "system_owner"}


@dataclass(frozen=True)
class Side:
    """One area: who is of it, by letter, and the key of each kind of row in it."""

    name: str
    town: Town
    substitute: Substitute
    people: dict[str, User]
    keys: Keys


@dataclass(frozen=True)
class World:
    """Both sides, and those who are of none."""

    own: Side
    other: Side
    everywhere: dict[str, User]

    def reader(self, role: str) -> User | None:
        """Whoever asks; nobody is not signed in."""
        return self.own.people.get(role) or self.everywhere.get(role)


def a_world() -> World:
    """Make it."""
    desk = UserFactory()
    desk.groups.add(Group.objects.get(name="Skrivbordet"))
    everywhere = {letter: UserFactory() for letter in ROLE_OF} | {"D": desk}
    for letter, code in ROLE_OF.items():
        roles.assign(everywhere[letter], ROLES[code], by=None, at=NOW)
    return World(a_side("Egenstad", everywhere["O"]), a_side("Annanstad", everywhere["O"]), everywhere)


def a_side(name: str, owner: User) -> Side:
    """An area where everything that is written carries its name."""
    town = a_town(name)
    her = town.substitute(user__last_name=f"{name}sson", employee_number=f"V-{name}", born=NOW.date().replace(1990))
    people = {
        "S": her.user, "M": town.manager, "P": town.planner, "K": with_role("identity_keeper", area=town.area),
    }  # fmt: skip
    keys = _places(town, name) | _papers(town, her, name) | _shifts(town, her, name) | _calendar(her)
    keys |= (
        _words(town, her, name)
        | _certificates(her, name)
        | _way_in(her)
        | _of_planners(town, her, name)
        | _wishes(town, her, name)
        | read_pages.keys(name)
        | sign_ins.keys(her.user, owner)
        | payroll_rows.keys(town, name, owner)
    )
    keys |= roles_with_days.keys_of(town, name) | planned.keys_of(town, her, name)
    keys |= pay_files.keys_of(her, name)
    return Side(name, town, her, people, keys | {"any": uuid4(), "account": town.manager.pk, "person": her.user_id})


def _places(town: Town, name: str) -> Keys:
    """What all share is named after no side."""
    return {
        "area": town.area.pk,
        "workplace": town.workplace.pk,
        "alarm": Alarm.objects.create(kind="codes_spent", day=NOW.date() + timedelta(len(name)), raised_at=NOW).pk,
        "role": town.planner.role_assignments.get().pk,
        "locality": Locality.objects.create(name=f"Ort {len(name)}", latitude=66, longitude=19).pk,
        "occupation": town.occupation.pk,
        "competence_kind": Competence.objects.create(name=f"kompetens {len(name)}").pk,
        "ruleprofile": RuleProfile.objects.create(name=f"profil {len(name)}", weekly_hours=Decimal(40)).pk,
        "orderreason": OrderReason.objects.create(name=f"orsak {len(name)}").pk,
        "calendarday": CalendarDay.objects.create(
            day=NOW.date() + timedelta(days=len(name)), name="dag", kind=CalendarDay.Kind.RED
        ).pk,
    }


def _papers(town: Town, her: Substitute, name: str) -> Keys:
    told = {"by": town.planner, "at": NOW}
    away = Period(NOW + timedelta(days=20), NOW + timedelta(days=21))
    return {
        "substitute": her.pk,
        "agreement": her.agreements.get().pk,
        "competence": SubstituteCompetenceFactory(substitute=her, competence__name="delegering").pk,
        "introduction": standing.introduce(her, town.workplace, given_on=NOW.date(), **told).pk,
        "absence": absences.note(her, away, kind=Absence.Kind.UNTIL_SAID, **told).absence.pk,
    }


def _shifts(town: Town, her: Substitute, name: str) -> Keys:
    told = {"by": town.planner, "at": NOW}
    words = dict.fromkeys(("reference", "text", "note", "contact"), f"ord {name}")
    group = OrderGroup.objects.create(placed_by=town.manager, placed_at=NOW, command=uuid4())
    wanted = town.order(group=group, **words)
    orders.advertise(wanted, **told)
    InterestFactory(order=wanted, substitute=her)
    enquiries.ask(wanted, [her], answer_by=wanted.starts, **told)
    enquiry = wanted.enquiries.get()
    filled = town.order("2026-05-15 07:00", "2026-05-15 16:00", **words)
    booking = bookings.book(filled, her, **told)
    task = PlannerTask.objects.filter(area=town.area).first() or PlannerTask.objects.create(
        kind=PlannerTask.Kind.CALL, area=town.area, order=wanted, found_at=NOW, key=f"call:{name}"
    )
    rest = RestDebt.objects.create(booking=booking, substitute=her, owed=timedelta(hours=2), due_by=NOW)
    block = standing.block(
        town.substitute(), town.workplace, asked_by=Block.AskedBy.WORKPLACE, reason=f"skäl {name}", **told
    ).block
    past = town.order("2026-05-11 07:00", "2026-05-11 16:00", **words)
    worked = BookingFactory(order=past, substitute=her, booked_by=town.planner)
    return {
        "order": wanted.pk, "job": wanted.pk, "row": f"{wanted.pk}.{wanted.terms_version}.-", "group": group.pk,
        "filled": filled.pk, "booking": booking.pk, "worked_row": f"{worked.pk}.1.0", "worked": worked.pk,
        "enquiry": enquiry.pk, "link": enquiry_links.token(enquiry.pk, her.user.phone), "usual": _usual(town, name),
        "task": task.pk, "rest": rest.pk, "block": block.pk,
    }  # fmt: skip


def _wishes(town: Town, her: Substitute, name: str) -> Keys:
    """Somebody wants to come here, and she elsewhere."""
    wish = workplace_requests.ask(
        SubstituteFactory(user__last_name=f"Ny{name}"), town.workplace, text=f"önskan {name}", by=her.user, at=NOW
    )
    third = a_town(f"Tredje {name}").workplace
    asked = workplace_requests.ask(her, third, text=f"önskan {name}", by=her.user, at=NOW)
    return {"wish": wish.pk, "asked": asked.pk}


def _usual(town: Town, name: str) -> UUID:
    said = {"starts": time(7), "ends": time(16), "occupation": town.occupation, "text": f"vanligt {name}"}
    said |= {"made_by": town.manager, "made_at": NOW}
    return OrderTemplate.objects.create(workplace=town.workplace, name=f"pass {name}", **said).pk


def _way_in(her: Substitute) -> Keys:
    """A link by which she chooses a password."""
    until = timezone.now() + timedelta(days=1)
    sent = {"kind": "reset", "number": her.user.phone, "sent_at": NOW, "expires_at": until}
    return {"way_in": her.user.password_links.create(**sent).token}


def _calendar(her: Substitute) -> Keys:
    time = AvailabilityFactory(substitute=her, starts=NOW + timedelta(days=9), ends=NOW + timedelta(days=9, hours=4))
    undone = AvailabilityChange.objects.create(substitute=her, starts=time.starts, ends=time.ends, made_at=NOW)
    feed = calendar_feeds.open_to(her, by=her.user, at=NOW)
    put_in = AvailabilityFactory(
        substitute=her, starts=NOW + timedelta(days=8), ends=NOW + timedelta(days=8, hours=4), by_herself=False
    )
    return {"put_in": put_in.pk, "time": time.pk, "undone": undone.pk, "feed": SIGNER.sign(str(feed.key))}


def _words(town: Town, her: Substitute, name: str) -> Keys:
    sms = inbound.receive(gateway="local", provider_id=name, sender=her.user.phone, body=f"Ja? {name}", at=NOW)
    inbound.understand(sms.pk, at=NOW)
    with transaction.atomic():
        told = outbox.post(
            key=f"written:{name}", kind="written.one", to=her.user, body=f"Hej {name}", at=NOW, written_by=town.planner
        )
    sent = uuid4()
    with transaction.atomic():
        each = {"to": her.user, "body": f"Hej {name}", "written_by": town.planner, "about": f"{SENDING}{sent}"}
        outbox.post(key=f"sent:{name}", kind=WRITTEN, at=NOW, **each)
    browser = PushSubscription.objects.create(
        user=her.user, endpoint=f"https://push.example/{name}", p256dh="x", auth="x", made_at=NOW
    )
    return {"sms": sms.pk, "message": told.pk, "sent": sent, "browser": browser.pk}


def _certificates(her: Substitute, name: str) -> Keys:
    asked = CertificateRequestFactory(substitute=her, note=f"intyg {name}")
    decided = CertificateRequestFactory(substitute=her, status=CertificateRequest.Status.ISSUED, decided_at=NOW)
    Certificate.objects.create(
        request=decided, number=name, check_value="x", issued_at=NOW, issued_by=her.user, content={}, pdf=name.encode()
    )
    ready = CertificateRequestFactory(substitute=her, ready_at=NOW, ready_by=her.user)
    return {"certificate": asked.pk, "issued": decided.pk, "ready": ready.pk}


def _of_planners(town: Town, her: Substitute, name: str) -> Keys:
    hidden = town.substitute(user__last_name=f"Dold{name}")
    identity.mark(hidden, by=town.planner, at=NOW)
    note = SubstituteNote.objects.create(
        substitute=her, area=town.area, text=f"anteckning {name}", written_by=town.planner, written_at=NOW
    )
    TimeBankEntry.objects.create(
        substitute=her, kind="correction", minutes=600, day=NOW.date(), note=f"tid {name}", by=town.planner, at=NOW
    )
    view = SavedView.objects.create(user=town.planner, of=SavedView.Of.ORDERS, name=f"vy {name}", made_at=NOW)
    file = SubstituteImport.objects.create(
        read_by=town.planner, read_at=NOW, filename=f"{name}.csv", rows=[{"number": "2", "last_name": name}]
    )
    return {"hidden": hidden.pk, "note": note.pk, "view": view.pk, "file": file.pk}
