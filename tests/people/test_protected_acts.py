"""What becomes of somebody who is protected: her messages, her sign-in, her own forms, her keeper, her certificates."""

import pytest
import time_machine
from django.contrib.auth import authenticate
from django.urls import reverse

from booking.models import Booking, EndReason
from booking.operations import bookings
from intyg import operations as certificates
from intyg.models import Certificate, CertificateRequest
from messaging import inbound
from messaging.models import InboundMessage, Message
from people.models import HiddenIdentity, HistoryEntry, Locality, User
from people.operations import erasure, roles, substitutes
from people.operations.accounts import Person
from people.operations.refusals import Refused
from people.roles import CERTIFICATE_OFFICER
from tests.cast import NOW
from tests.factories.people import PASSWORD, UserFactory
from tests.protected import EMAIL, FIRST, HOME, LAST, NUMBER, PHONE, USERNAME


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


def test_what_waited_to_leave_for_her_stays_in_her_own_inbox(hidden, drain, signed_in):
    drain()

    hers = Message.objects.filter(recipient=hidden.substitute.user)
    assert {(message.address, message.status) for message in hers} == {("", Message.Status.SUPPRESSED)}
    assert "kommer i morgon" in signed_in(hidden.substitute.user).get("/meddelanden/").content.decode()


def test_an_sms_from_her_number_is_read_by_hand_and_shows_no_number(hidden, drain, signed_in):
    inbound.receive(gateway="local", provider_id="8", sender=PHONE, body="Jag är sjuk", at=NOW)
    drain()

    sms = InboundMessage.objects.get(provider_id="8")
    assert (sms.sender, sms.written_by, sms.needs_reader) == ("", hidden.substitute.user, True)
    page = signed_in(hidden.town.planner).get("/admin/sms/").content.decode()
    assert "Jag är sjuk" in page
    assert str(hidden.substitute) in page


def test_she_signs_in_with_what_she_has_always_written(hidden):
    for written in (USERNAME, EMAIL, hidden.substitute.user.username):
        assert authenticate(None, username=written, password=PASSWORD) == hidden.substitute.user
    assert authenticate(None, username=USERNAME, password="fel") is None


def test_a_planner_who_protects_her_sees_her_name_no_more(known, signed_in):
    browser, her = signed_in(known.town.planner), known.substitute
    page = reverse("protected:mark", args=[her.pk])

    assert LAST in browser.get(page).content.decode()
    answer = browser.post(page, follow=True)

    assert LAST not in answer.content.decode()
    assert "Ring den som ansvarar för skyddade uppgifter" in answer.content.decode()
    assert HistoryEntry.objects.get(action="substitute.protect").user == known.town.planner
    assert browser.get(page).status_code == 302


def test_others_are_told_to_telephone_whoever_is_her_keeper_now(hidden, keeper, signed_in):
    browser, page = signed_in(hidden.town.planner), reverse("substitute:inspect", args=[hidden.substitute.pk])
    assert str(keeper) in browser.get(page).content.decode()

    keeper.role_assignments.update(ends=NOW)

    assert str(keeper) not in browser.get(page).content.decode()


def test_only_her_keeper_lifts_it_and_then_she_is_as_she_was(hidden, keeper, signed_in):
    address = reverse("protected:lift", args=[hidden.substitute.pk])
    assert signed_in(hidden.town.planner).post(address).status_code == 404

    signed_in(keeper).post(address)

    her = type(hidden.substitute).objects.select_related("user", "locality").get(pk=hidden.substitute.pk)
    user = her.user
    assert (user.first_name, user.last_name, user.username, user.phone, user.email) == (
        FIRST, LAST, USERNAME, PHONE, EMAIL,
    )  # fmt: skip
    assert (her.employee_number, her.by_hand_only, str(her.locality), her.farthest_km) == (NUMBER, False, HOME, 17)
    assert not HiddenIdentity.objects.exists()


def test_her_keeper_changes_who_she_is_and_how_she_is_reached(hidden, keeper, signed_in):
    said = {"first_name": "Annan", "last_name": LAST, "phone": "070-174 06 97", "contact": "Box 1, 106 61 Stockholm"}
    address = reverse("protected:change", args=[hidden.substitute.pk])

    assert signed_in(keeper).post(address, said | {"phone": "x"}).status_code == 422
    signed_in(keeper).post(address, said)

    row = HiddenIdentity.objects.get()
    assert (row.first_name, row.phone, row.email, row.contact) == ("Annan", "+46701740697", "", said["contact"])
    changed = HistoryEntry.objects.filter(action="substitute.change").latest("timestamp", "pk")
    assert changed.data == {"changed": ["first_name", "phone", "email", "contact"]}


def test_a_lift_waits_while_her_email_is_anothers(hidden, keeper, signed_in):
    UserFactory(email=EMAIL)

    answer = signed_in(keeper).post(reverse("protected:lift", args=[hidden.substitute.pk]))

    assert answer.status_code == 409
    assert "används redan av ett annat konto" in answer.content.decode()


@pytest.mark.parametrize("address", ["/profil/mobilnummer/", "/profil/e-post/", "/profil/onskemal/"])
def test_her_own_forms_let_no_name_or_number_back_in(address, hidden, signed_in):
    browser = signed_in(hidden.substitute.user)
    form = {"phone": "070-174 06 97", "email": "ny@alvsunda.example", "farthest_km": "10"}
    form["locality"] = str(Locality.objects.get().pk)

    browser.post(address, form)

    assert User.objects.filter(protected=True, phone="", email="").count() == 1
    assert type(hidden.substitute).objects.get(pk=hidden.substitute.pk).locality is None


def test_her_employee_number_is_nobody_elses(hidden, elsewhere):
    with pytest.raises(Refused, match="Anställningsnumret finns redan"):
        substitutes.register(
            Person("Annan", "Person", "", "annan@alvsunda.example"), born=NOW.date(), employee_number=NUMBER,
            by=elsewhere.planner, at=NOW,
        )  # fmt: skip


def test_whoever_is_erased_is_erased_where_she_was_hidden_too(hidden, officer):
    for booking in Booking.objects.occupying():
        bookings.end(booking, reason=EndReason.OTHER, by=hidden.town.planner, at=NOW)
    certificates.withdraw(CertificateRequest.objects.get(), by=hidden.substitute.user, at=NOW)

    erasure.erase(hidden.substitute, by=None, at=NOW)

    assert not HiddenIdentity.objects.exists()
    assert not User.objects.filter(protected=True).exists()


def test_a_certificate_of_hers_is_made_by_an_officer_who_keeps_who_she_is(hidden, keeper, officer, signed_in):
    asked = CertificateRequest.objects.get()
    handle = reverse("intyg:handle", args=[asked.pk])
    assert signed_in(officer).get(handle).status_code == 404

    roles.assign(keeper, CERTIFICATE_OFFICER, by=officer, at=NOW)
    signed_in(keeper).post(handle, {"do": "issue", "tasks": "Omsorg", "identity_number": ""})

    made = Certificate.objects.get()
    assert (made.content["person"]["name"], made.content["person"]["employee_number"]) == (f"{FIRST} {LAST}", NUMBER)
    assert HistoryEntry.objects.filter(action="substitute.identified", user=keeper).exists()
