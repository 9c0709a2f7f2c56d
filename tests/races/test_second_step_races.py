"""A code used, and the last step removed, from two windows at once. Proved on PostgreSQL, with real connections."""

from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn

from people.models import HistoryEntry
from people.operations import codes, second_steps
from people.operations.refusals import Refused
from tests.cast import NOW, with_role
from tests.people.second_step_world import SECRET, code_of, paper_of, with_app

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def her(transactional_db):
    return with_app(with_role("system_owner"), at=NOW)


def test_a_code_from_the_app_opens_one_of_two_windows(her, at_once):
    opened = at_once([partial(codes.used, her, code_of(SECRET, NOW), at=NOW)] * 2, all_have_read=True)

    assert sorted(bool(one) for one in opened) == [False, True]


def test_a_code_on_paper_opens_one_of_two_windows(her, at_once):
    opened = at_once([partial(codes.used, her, paper_of(her)[0], at=NOW)] * 2, all_have_read=True)

    assert sorted(bool(one) for one in opened) == [False, True]


def test_of_the_last_two_one_is_left_to_whoever_must_have_one(her, at_once):
    WebAuthn.add(her, "Mobilen", {})
    steps = second_steps.of(her).exclude(type=Authenticator.Type.RECOVERY_CODES)

    results = at_once([partial(second_steps.remove, step, by=her, at=NOW) for step in steps], all_have_read=True)

    assert sum(isinstance(result, Refused) for result in results) == 1
    assert steps.all().count() == 1


def test_the_codes_on_paper_are_shown_in_one_of_two_windows(her, at_once):
    shown = at_once([partial(second_steps.shown_codes, her)] * 2, all_have_read=True)

    assert sum(one is not None for one in shown) == 1


def test_two_who_take_it_away_at_once_write_it_once(her, at_once):
    owners = [with_role("system_owner") for _ in range(2)]

    at_once([partial(second_steps.take_away, her, "x", by=owner, at=NOW) for owner in owners], all_have_read=True)

    assert HistoryEntry.objects.filter(action="account.step_taken_away").count() == 1
