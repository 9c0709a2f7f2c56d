"""Several substitutes are invited at once, from the list."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.models import PasswordLink
from tests.booking.desk.conftest import text


@pytest.fixture
def people(town):
    return [town.substitute(user__first_name=name, user__last_name="Ek") for name in ("Asta", "Bo", "Cia")]


@pytest.fixture
def sends(planner, people):
    """`sends("foretell")`: what the form answers."""
    command = str(uuid.uuid4())

    def send(step, chosen=None):
        keys = [str(one.pk) for one in (people if chosen is None else chosen)]
        return planner.post(reverse(f"substitute:{step}", args=["inbjudan"]), {"chosen": keys, "command": command})

    return send


def test_those_without_a_password_are_invited_and_it_is_said_who_has_one(people, sends):
    for person in people[:2]:
        person.user.set_unusable_password()
        person.user.save()

    told = text(sends("foretell"))
    sends("carry_out")
    sends("carry_out")

    assert told.count("Får en länk med sms") == 2
    assert "Har redan ett lösenord." in told
    assert set(PasswordLink.objects.values_list("user", flat=True)) == {person.user_id for person in people[:2]}
    assert PasswordLink.objects.count() == 2


def test_who_is_invited_is_foretold_in_as_many_questions_for_all(people, sends):
    def asked(chosen):
        with CaptureQueriesContext(connection) as queries:
            sends("foretell", chosen)
        return len(queries)

    for person in people:
        person.user.set_unusable_password()
        person.user.save()

    asked(people)
    assert asked(people[:1]) == asked(people)
