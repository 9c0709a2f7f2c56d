"""What becomes of certificates when a person is erased, and what of a person is left in the whole portal."""

import pytest
import time_machine
from django.apps import apps

from booking.models import EndReason
from booking.operations import attendance, bookings, calls
from intyg import operations, worked
from intyg.models import Certificate, CertificateRequest
from messaging import inbound
from messaging.models import InboundMessage, Message
from people import access
from people.operations import erasure
from people.operations.refusals import Refused
from tests.cast import at
from tests.factories.intyg import CertificateRequestFactory
from tests.factories.standing import BlockFactory

BEFORE, AFTER = at("2026-05-12 09:00"), at("2026-06-01 09:00")
DETAILS = {"rules": "new", "end_reason": "pagar", "continued": "ja", "identity_number": "20090214-2386"}
TRACES = ("Emma", "Ekström", "emek0214", "emma@", "+46701740605", "070-174 06 05", "V000123", "migrän", "2386")


@pytest.fixture
def emma(town):
    named = {"user__first_name": "Emma", "user__last_name": "Ekström", "user__username": "emek0214"}
    reached = {"user__email": "emma@alvsunda.example", "user__phone": "+46701740605"}
    return town.substitute(employee_number="V000123", **named, **reached)


@pytest.fixture
def erase(emma, owner):
    """`erase()`: Emma, when all her shifts are over."""
    return lambda: erasure.erase(emma, by=owner, at=AFTER)


@pytest.fixture
def issued(emma, officer):
    asked = CertificateRequestFactory(substitute=emma, note="Till Emmas a-kassa")
    question = operations.ask(asked, text="Emma, var du ledig?", by=officer, at=BEFORE)
    operations.answer(question, "Jag hade migrän", by=emma.user, at=BEFORE)
    return operations.issue(asked, DETAILS, by=officer, at=BEFORE)


@pytest.fixture
def lived(town, emma):
    """She has worked one shift, been ill from another, been called, blocked, and written."""
    shift = bookings.book(town.order(), emma, by=town.planner, at=BEFORE)
    attendance.attest(shift, by=town.manager, at=at("2026-05-14 09:00"))
    ill = bookings.book(town.order("2026-05-15 07:00", "2026-05-15 16:00"), emma, by=town.planner, at=BEFORE)
    bookings.end(ill, by=town.planner, at=BEFORE, reason=EndReason.CALLED_OFF, note="Emma har migrän")
    calls.note(town.order(), emma, "no", by=town.planner, at=BEFORE, text="Emma har migrän")
    BlockFactory(substitute=emma, reason="Emma har migrän")
    sms = inbound.receive(gateway="local", provider_id="1", sender="+46701740605", body="Emma: migrän", at=BEFORE)
    inbound.understand(sms.pk, at=BEFORE)


def traces() -> dict[str, set[str]]:
    """Each table that tells of her, and what it tells; the archive of issued certificates is not asked."""
    rows = {
        model.__name__: " ".join(map(str, model._base_manager.values_list()))
        for model in apps.get_models()
        if model is not Certificate and model._meta.managed
    }
    told = {name: {trace for trace in TRACES if trace in text} for name, text in rows.items()}
    return {name: found for name, found in told.items() if found}


def test_scenario_48_nothing_is_left_of_a_person_who_is_erased_but_her_hours(emma, lived, issued, erase):
    def hours():
        done = worked.of(emma, BEFORE.date(), AFTER.date(), now=AFTER)
        return done.total.days, done.total.hours, [row.attested_at for row in emma.bookings.order_by("starts")]

    before = hours()
    assert {"User", "Substitute", "Message", "InboundMessage", "Booking", "HistoryEntry", "Call"} <= traces().keys()

    erase()

    assert traces() == {}
    assert hours() == before
    assert before[0] == 1


def test_scenario_48_the_bodies_are_gone_and_the_messages_are_counted(emma, lived, erase):
    to_her, from_her = Message.objects.filter(recipient=emma.user), InboundMessage.objects
    before = to_her.count(), from_her.count()

    erase()

    assert (to_her.count(), from_her.count()) == before
    assert {*to_her.values_list("body", flat=True), *from_her.values_list("body", flat=True)} == {""}


def test_who_waits_for_a_certificate_is_not_erased(emma, owner):
    CertificateRequestFactory(substitute=emma)

    with pytest.raises(Refused, match="väntar på ett intyg"):
        erasure.erase(emma, by=owner, at=AFTER)


def test_her_way_to_an_issued_certificate_is_closed_and_the_archive_keeps_it(emma, issued, erase, signed_in):
    hers, address = signed_in(emma.user), f"/intyg/{issued.request_id}/pdf/"
    with time_machine.travel(BEFORE):
        assert hers.get(address)["Content-Type"] == "application/pdf"

    erase()

    assert hers.get(address).status_code == 302
    emma.user.refresh_from_db()
    assert not access.scope(emma.user, Certificate.objects.all(), "fetch").exists()
    assert bytes(Certificate.objects.get().pdf) == bytes(issued.pdf)


def test_whoever_has_it_on_paper_can_still_have_it_checked(issued, erase, client):
    erase()

    told = {"nummer": issued.number, "kontrollvarde": issued.check_value}
    assert "Det stämmer" in client.get("/intyg/kontroll/", told).text


def test_why_it_was_corrected_is_gone_and_the_two_stay(emma, issued, officer, erase):
    begun = operations.correct(issued, reason="Emma hade migrän", by=officer, at=BEFORE)
    operations.issue(begun, DETAILS, by=officer, at=BEFORE)

    erase()

    assert traces() == {}
    assert Certificate.objects.count() == 2


def test_what_was_written_beside_it_is_gone(emma, issued, officer, erase):
    refused = CertificateRequestFactory(substitute=emma, first_day="2026-03-01")
    operations.refuse(refused, reason="Emma var sjuk", by=officer, at=BEFORE)

    erase()

    rows = CertificateRequest.objects.order_by("first_day").values_list("status", "note", "details", "refusal")
    assert list(rows) == [("refused", "", {}, "–"), ("issued", "", {}, "")]
