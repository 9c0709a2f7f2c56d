"""The codes of a workplace on its page: for the one who is booked there, in time, and for nobody else in any way."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from wagtail.models import Revision

from booking.models import EndReason
from people.views.answers import is_secret
from tests.cast import NOW, at, with_role
from tests.factories.booking import BookingFactory
from tests.factories.people import WorkplaceFactory
from tests.pages.counting import AT_MOST, asked
from tests.pages.test_workplace_page import page_form

SECRET = "Kod 4711#"
ADDRESS = "/arbetsplatser/solgarden/"
SHIFT = ("2026-05-14 07:00", "2026-05-14 16:00")
IN_TIME = "2026-05-14 06:30"


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def phone(amira, signed_in) -> Client:
    return signed_in(amira.user)


@pytest.fixture
def booking(town, place, amira):
    return BookingFactory(order=town.order(*SHIFT, workplace=place), substitute=amira)


def answered(browser, moment: str = IN_TIME, address: str = ADDRESS):
    with time_machine.travel(at(moment), tick=False):
        return browser.get(address)


def text(answer) -> str:
    return " ".join(BeautifulSoup(answer.content, "html5lib").main.get_text(" ").split())


def has_codes(answer) -> bool:
    return "4711" in answer.content.decode()


@pytest.mark.parametrize("moment", ["2026-05-13 07:00", IN_TIME, "2026-05-14 15:59"])
def test_from_a_day_before_until_the_end_she_who_is_booked_reads_the_codes_and_nothing_keeps_them(
    phone, solgarden, booking, moment
):
    answer = answered(phone, moment)

    assert has_codes(answer)
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert is_secret(answer)


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2026-05-13 06:59", "Kod och nycklar visas från 07.00."), ("2026-05-14 16:00", ""), ("2026-05-20 07:00", "")],
)
def test_before_and_after_she_does_not(phone, solgarden, booking, moment, said):
    answer = answered(phone, moment)

    assert not has_codes(answer)
    assert not is_secret(answer)
    assert said in text(answer)
    assert ("Kod och nycklar" in text(answer)) == bool(said)


def test_a_booking_that_has_ended_opens_nothing(phone, solgarden, booking, town):
    booking.ended_at, booking.ended_by, booking.end_reason = NOW, town.planner, EndReason.OTHER
    booking.save()

    assert "Kod och nycklar" not in text(answered(phone))
    assert "Kod och nycklar" not in text(answered(phone, "2026-05-12 05:45"))


def test_a_booking_at_another_workplace_opens_nothing(phone, solgarden, town, amira):
    there = WorkplaceFactory(area=town.area, way_in="Kod 1234")
    BookingFactory(order=town.order(*SHIFT, workplace=there), substitute=amira)

    answer = answered(phone)

    assert not has_codes(answer)
    assert "1234" not in answer.content.decode()


def test_a_shift_that_is_over_and_one_far_ahead_open_nothing_between_them(phone, solgarden, town, place, amira):
    for day in ("2026-05-13", "2026-05-20"):
        order = town.order(f"{day} 07:00", f"{day} 16:00", workplace=place)
        BookingFactory(order=order, substitute=amira)

    assert not has_codes(answered(phone, "2026-05-14 06:30"))
    assert has_codes(answered(phone, "2026-05-13 06:30"))


def test_nobody_else_reads_them(client, solgarden, booking, town, owner, editor, officer, signed_in):
    others = [town.substitute().user, town.planner, town.manager, owner, editor, officer]
    browsers = [client, *map(signed_in, others)]

    assert [has_codes(answered(browser)) for browser in browsers] == [False] * len(browsers)


def test_whoever_has_been_signed_out_reads_them_no_more(phone, solgarden, booking):
    assert has_codes(answered(phone))
    phone.logout()

    assert not has_codes(answered(phone))


def test_neither_the_list_nor_the_search_has_them(phone, client, solgarden, booking):
    call_command("update_index", verbosity=0)

    for browser in (phone, client):
        for address in ("/arbetsplatser/", "/", "/sok/?q=Kod", "/sok/?q=Solg%C3%A5rden"):
            assert not has_codes(answered(browser, address=address)), address
        assert "Solgården" in text(answered(browser, address="/sok/?q=Parkering"))
        assert "Solgården" not in text(answered(browser, address="/sok/?q=4711"))


def test_no_draft_and_no_history_of_the_page_holds_them(solgarden, booking):
    solgarden.save_revision().publish()

    assert "4711" not in str(list(Revision.objects.values_list("content")))


def test_an_editor_who_is_booked_there_reads_them_neither_in_the_form_nor_beforehand(signed_in, solgarden, place, town):
    editor = with_role("editor")
    substitute = town.substitute(user=editor)
    BookingFactory(order=town.order(*SHIFT, workplace=place), substitute=substitute)
    desk, edit = signed_in(editor), f"/admin/pages/{solgarden.pk}/edit/"
    with time_machine.travel(at(IN_TIME), tick=False):
        desk.post(edit + "preview/", page_form(place))
        looks = [desk.get(edit), desk.get(edit + "preview/"), desk.get(f"/admin/pages/{solgarden.pk}/view_draft/")]
        assert [answer.status_code for answer in looks] == [200, 200, 200]
        assert not any(map(has_codes, looks))
        assert "Storgatan 14" in looks[1].content.decode()


def test_even_then_it_asks_no_more_than_twelve(phone, solgarden, booking):
    with time_machine.travel(at(IN_TIME), tick=False):
        assert asked(phone, ADDRESS) <= AT_MOST
