"""Whoever is protected is known by name to herself and her keeper, and to nobody else, whatever address is asked."""

import json

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth import authenticate
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError
from django.urls import reverse
from django_q.models import OrmQ

from booking.models import Booking, EndReason
from booking.operations import bookings
from intyg import operations as certificates
from intyg.models import Certificate, CertificateRequest
from messaging import inbound
from messaging.models import InboundMessage, Message
from people.models import HiddenIdentity, HistoryEntry, Locality, RoleAssignment, User
from people.operations import erasure, roles, substitutes
from people.operations.accounts import Person
from people.operations.refusals import Refused
from people.roles import CERTIFICATE_OFFICER
from tests.cast import NOW, with_role
from tests.factories.people import PASSWORD, UserFactory
from tests.protected import ALL, EMAIL, FIRST, HOME, LAST, NUMBER, PHONE, USERNAME
from tests.test_leaks import everything_in, routes, seen
from tests.walking import walk

SEARCHED = {"substitute:index", "substitute:index_results", "booking_desk:index", "account:index"}
PAST = ("/konto/", "/admin/logout/", "/static/", "/sprak/", "/utseende/", "/admin/skyddade/")


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


def reader(role: str, hidden, request) -> User:
    """Somebody of the role, of her own area where the role has one."""
    town = hidden.town
    if role == "keeper":
        return request.getfixturevalue("keeper")
    if role == "other_planner":  # whom she has asked for a workplace
        return RoleAssignment.objects.exclude(area=town.area).get(role="planner").user
    own = {"planner": town.planner, "manager": town.manager}
    return own.get(role) or with_role(role)


@pytest.mark.parametrize("role", ["planner", "keeper", "certificate_officer", "system_owner"])
def test_no_address_of_the_desk_says_who_she_is(role, hidden, request, signed_in):
    # Whoever keeps the places meets each of them in their own list, which tells of nobody.
    marks = tuple(mark for mark in ALL if mark != HOME or role != "system_owner")

    assert seen(signed_in(reader(role, hidden, request)), hidden.keys, marks) == {}


def test_the_crawler_finds_her_while_she_is_not_protected(known, signed_in):
    found = seen(signed_in(known.town.planner), known.keys, ALL)

    assert found.keys() >= {"order:inspect", "substitute:index", "substitute:inspect", "sms:index", "substitute:change"}


@pytest.mark.parametrize("query", [FIRST, LAST, PHONE, NUMBER, EMAIL, USERNAME])
def test_no_search_finds_her_by_who_she_is(query, hidden, signed_in):
    browser = signed_in(hidden.town.planner)

    for shape, name, _pattern in routes():
        if name.endswith(("index", "index_results", "site_history", "search")) and "<" not in shape:
            answer = everything_in(browser.get(f"/{shape}", {"q": query})).replace(query, "")
            assert name not in SEARCHED or str(hidden.substitute.pk) not in answer, name
            assert [mark for mark in ALL if mark in answer] == [], name


@pytest.mark.parametrize("role", ["planner", "manager", "other_planner", "certificate_officer", "system_owner"])
def test_no_page_or_form_that_they_come_to_says_who_she_is(role, hidden, request, signed_in):
    user = reader(role, hidden, request)
    where = "/bestallningar/" if role == "manager" else "/admin/"
    told = [
        (address, mark)
        for address, answer in walk(signed_in(user), [where], past=PAST)
        for text in [everything_in(answer)]
        for mark in ALL
        if mark in text
    ]

    assert told == []


def test_she_herself_is_greeted_by_name_and_told_nothing_else(hidden, signed_in):
    browser = signed_in(hidden.substitute.user)

    assert f", {FIRST}" in browser.get("/min-sida/").content.decode()
    profile = browser.get("/profil/").content.decode()
    assert [mark for mark in (FIRST, LAST, "070-174 06 98", EMAIL, NUMBER, USERNAME) if mark not in profile] == []


def test_her_keeper_sees_who_she_is_when_she_asks_and_each_look_is_written_down(hidden, keeper, signed_in):
    browser, her = signed_in(keeper), hidden.substitute

    assert FIRST not in browser.get(f"/admin/skyddade/{her.pk}/").content.decode()
    card = browser.post(f"/admin/skyddade/{her.pk}/visa/")

    assert [mark for mark in (FIRST, LAST, PHONE, EMAIL, NUMBER, USERNAME) if mark not in card.content.decode()] == []
    looked = HistoryEntry.objects.get(action="substitute.identified")
    assert (looked.user, looked.object_id, looked.data) == (keeper, str(her.pk), {})
    assert "no-store" in card.headers["Cache-Control"]


@pytest.mark.parametrize("query", [FIRST, LAST, "0701740698", NUMBER])
def test_her_keeper_finds_her_by_what_others_cannot_search(query, hidden, keeper, signed_in):
    assert str(hidden.substitute.pk) in signed_in(keeper).get("/admin/skyddade/", {"q": query}).content.decode()


def test_the_keeper_of_another_area_does_not_know_of_her(hidden, elsewhere, signed_in):
    browser = signed_in(with_role("identity_keeper", area=elsewhere.area))

    assert str(hidden.substitute.pk) not in browser.get("/admin/skyddade/").content.decode()
    assert browser.post(f"/admin/skyddade/{hidden.substitute.pk}/visa/").status_code == 404


def test_a_place_in_the_alphabet_is_told_by_no_sorting(hidden):
    row = User.objects.values("first_name", "last_name", "username", "email", "phone").get(protected=True)

    assert row["last_name"] == str(hidden.substitute).split()[1]
    assert (row["first_name"], row["email"], row["phone"]) == ("", "", "")
    assert row["username"] == f"skyddad-{row['last_name'].lower()}"


def test_the_database_lets_no_name_or_number_into_a_protected_account(hidden):
    hidden.substitute.user.phone = PHONE

    with pytest.raises(IntegrityError, match="a_protected_account_holds_no_name"):
        hidden.substitute.user.save()


def test_nothing_that_is_kept_names_her_but_the_one_row_and_her_own_document(hidden):
    told = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model not in {HiddenIdentity, Locality, OrmQ, ContentType}
        for field in model._meta.concrete_fields
        if field.get_internal_type() in {"CharField", "TextField", "JSONField", "EmailField"}
        for value in model._base_manager.values_list(field.name, flat=True)
        for mark in ALL
        if mark in json.dumps(value, ensure_ascii=False, default=str)
    }

    assert told == set()


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
