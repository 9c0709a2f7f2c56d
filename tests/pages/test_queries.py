"""What the pages of the demo, as editors have written them, ask of the database."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from home.badges import Badges
from messaging import outbox
from tests.factories.booking import EnquiryFactory, OrderFactory
from tests.pages.counting import AT_MOST, asked

pytestmark = pytest.mark.django_db
SEARCHES = ["/sok/", "/sok/?q=pass", "/sok/?q=ordetfinnsinte"]


@pytest.fixture
def substitute(town):
    """Somebody with a message to read and an enquiry to answer."""
    me, now = town.substitute(), timezone.now()
    tomorrow = now + timedelta(days=1)
    order = OrderFactory(placed_at=now, starts=tomorrow, ends=tomorrow + timedelta(hours=8))
    EnquiryFactory(order=order, substitute=me)
    with transaction.atomic():
        outbox.post(key="test", kind="thing.happened", to=me.user, body="Hej", at=now)
    return me


@pytest.fixture
def for_all(alvsunda):
    """The pages that everybody reads."""
    return [page for page in alvsunda if not page.audiences.exists()]


def offenders(client, pages) -> dict[str, int]:
    """The pages that ask more than they may, and how much."""
    paths = [*(page.get_url() for page in pages), *SEARCHES]
    return {path: count for path in paths if (count := asked(client, path)) > AT_MOST}


def test_no_page_asks_more_than_twelve(for_all, client):
    assert offenders(client, for_all) == {}


def test_no_page_asks_more_than_twelve_for_an_ordering_manager_who_reads_more(alvsunda, signed_in, town):
    assert offenders(signed_in(town.manager), [page for page in alvsunda if page.audiences.exists()]) == {}


def test_no_page_asks_more_than_twelve_for_a_substitute_who_is_waited_for(for_all, signed_in, substitute):
    waiting = Badges(substitute.user, now=timezone.now())

    assert (waiting.enquiries, waiting.unread) == (1, 1)
    assert offenders(signed_in(substitute.user), for_all) == {}
