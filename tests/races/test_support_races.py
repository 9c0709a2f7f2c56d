"""A code to the support, written and asked for from two windows at once. Proved on PostgreSQL."""

from functools import partial

import pytest

from messaging import support as posting
from messaging.models import Message
from people.models import HistoryEntry, SupportVisit
from people.operations import support
from tests.cast import NOW, with_role
from tests.factories.people import SubstituteFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def emma(transactional_db):
    return SubstituteFactory().user


@pytest.fixture
def helper(transactional_db):
    return with_role("system_owner")


def test_the_right_code_from_two_windows_opens_one_visit(emma, helper, at_once):
    visit, code = support.ask(helper, emma.username, reason="visa", at=NOW)

    tried = at_once([partial(support.begin, visit, code, at=NOW)] * 2, all_have_read=True)

    assert sorted(bool(one.visit) for one in tried) == [False, True]
    assert HistoryEntry.objects.filter(action="account.support_given").count() == 1


def test_each_of_two_wrong_codes_at_once_is_counted(emma, helper, at_once):
    visit, code = support.ask(helper, emma.username, reason="visa", at=NOW)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"

    at_once([partial(support.begin, visit, wrong, at=NOW)] * 2, all_have_read=True)

    assert SupportVisit.objects.get().attempts == 2


def test_a_form_that_is_sent_twice_at_once_sends_one_code(emma, helper, at_once):
    at_once([partial(posting.ask, helper, emma.username, reason="visa", at=NOW)] * 2, all_have_read=True)

    assert Message.objects.filter(kind="account.support_code").count() == 1


def test_two_helpers_at_once_are_counted_together(emma, helper, at_once):
    for minute in range(2):
        other = with_role("system_owner")
        support.ask(other, emma.username, reason=f"visa {minute}", at=NOW)
    asks = [
        partial(support.ask, one, emma.username, reason="visa", at=NOW) for one in (helper, with_role("system_owner"))
    ]

    at_once(asks, all_have_read=True)

    assert SupportVisit.objects.count() == 3
