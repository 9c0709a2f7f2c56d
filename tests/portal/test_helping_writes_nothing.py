"""What the support may look at while it looks as somebody else is marked, and writes nothing in her name."""

from collections.abc import Callable

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Order
from people.models import Substitute
from people.operations import support
from tests.cast import NOW
from tests.factories.booking import AdvertFactory, BookingFactory, EnquiryFactory
from tests.matrix import table
from tests.portal.test_helping import MARK

ITS_OWN = ("django_session", "people_signin")
"""That somebody is there, and when she was last."""

LINES = table.lines(table.FILE.read_text()).values()
ADDRESSES = sorted(
    reverse(line.route)
    for line in LINES
    if line.route.startswith(("home:", "booking:")) and set(line.ways["get"].letters) & set("SM") and not line.parts
)


@pytest.fixture
def helped(town, signed_in, owner):
    """`helped(person)`: the owner's browser, where the person's pages are shown."""

    def begun(person) -> Client:
        client = signed_in(owner)
        visit, code = support.ask(owner, person.username, reason="visa", at=NOW)
        client.post(f"/admin/hjalp-en-person/{visit.pk}/", {"code": code})
        return client

    with time_machine.travel(NOW, tick=False):
        yield begun


@pytest.fixture
def of_rows(town) -> Callable[[Substitute], list[str]]:
    """`of_rows(her)`: the pages of an enquiry, a booking and a job of hers."""

    def made(her: Substitute) -> list[str]:
        enquiry = EnquiryFactory(order=town.order(), substitute=her, status="sent")
        booked = town.order("2026-05-14 07:00", "2026-05-14 16:00", status=Order.Status.BOOKED)
        booking = BookingFactory(order=booked, substitute=her)
        job = AdvertFactory(order=town.order("2026-05-16 07:00", "2026-05-16 16:00")).order
        keys = {"enquiry": enquiry.pk, "booking": booking.pk, "job": job.pk}
        return [reverse(f"booking:{route}", args=[key]) for route, key in keys.items()]

    return made


def test_there_are_pages_to_ask_for():
    assert len(ADDRESSES) > 25


def written_by(client: Client, address: str) -> tuple[HttpResponse, list[str]]:
    """The answer, and what of others' tables was changed by it."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    changes = [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    return answer, [sql[:120] for sql in changes if not any(name in sql for name in ITS_OWN)]


def is_whole_page(answer: HttpResponse) -> bool:
    return answer.get("Content-Type", "").startswith("text/html") and "</html>" in answer.text


@pytest.mark.parametrize("who", ["substitute", "manager"])
def test_each_page_that_is_open_is_marked_and_writes_nothing(helped, town, of_rows, who):
    her = town.substitute()
    keyed = of_rows(her) if who == "substitute" else [f"/bestallningar/{town.order().pk}/"]
    client = helped(her.user if who == "substitute" else town.manager)

    told = {address: written_by(client, address) for address in [*ADDRESSES, *keyed]}

    assert {address: wrote for address, (_answer, wrote) in told.items() if wrote} == {}
    pages = {address: answer.text for address, (answer, _wrote) in told.items() if is_whole_page(answer)}
    assert {address for address, page in pages.items() if MARK not in page} == set()
    assert {told[address][0].status_code for address in keyed} == {200}
    assert pages.keys() >= set(keyed)
    assert len(pages) > 10
