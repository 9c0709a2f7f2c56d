"""What is read of the figures, and shifts to reckon them from."""

import csv
import io
from html import unescape

from django.urls import reverse

from booking.models import Enquiry, Order
from tests.cast import NOW
from tests.factories.booking import BookingFactory, EnquiryFactory

PAGES = ("index", "people", "hours", "las")
MAY = {"period": "egna", "fran": "2026-05-01", "till": "2026-05-11"}


def page(browser, name="index", **query):
    """What is read there, with spaces as spaces."""
    answer = browser.get(reverse(f"statistics:{name}"), query)
    assert answer.status_code == 200
    return unescape(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def file(browser, code, kind="csv", **query):
    """The answer with the table."""
    address = reverse("statistics:file", args=[code, kind])
    return browser.post(address + "?" + "&".join(f"{name}={value}" for name, value in query.items()))


def lines(answer):
    body = b"".join(answer.streaming_content).decode()
    return list(csv.reader(io.StringIO(body)))


def shift(town, day="05", status=Order.Status.LAPSED, **fields):
    return town.order(f"2026-05-{day} 14:00", f"2026-05-{day} 21:30", status=status, **fields)


def filled(town, day="05", **booking):
    order = shift(town, day, Order.Status.COMPLETED)
    return BookingFactory(order=order, substitute=town.substitute(**booking))


def asked_of_few(town):
    """Four people said no to a shift that nobody came to."""
    order = shift(town)
    people = [town.substitute() for _n in range(4)]
    for person in people:
        EnquiryFactory(order=order, substitute=person, status=Enquiry.Status.NO, answered_at=NOW)
        BookingFactory(order=shift(town, "06", Order.Status.COMPLETED), substitute=person)
    return people
