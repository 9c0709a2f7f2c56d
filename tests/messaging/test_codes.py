"""Codes by SMS: to whom, how many in a day, and that the owner knows before there are none left."""

import pytest

from messaging import codes, own_number
from messaging.models import Message
from people.models import Alarm, PhoneChange
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.people import UserFactory


@pytest.mark.parametrize(
    ("number", "goes"),
    [("+46701740605", True), ("+46701740606", False), ("+46980319210", False), ("+4790000000", False), ("", False)],
)
def test_a_code_goes_to_a_known_swedish_mobile_number_alone(number, goes, db):
    UserFactory(phone="+46701740605")
    UserFactory(phone="+46980319210")
    UserFactory(phone="+4790000000")

    assert codes.may_go_to(number) is goes


def test_a_code_does_not_go_to_an_account_that_is_closed(db):
    UserFactory(phone="+46701740605", is_active=False)

    assert not codes.may_go_to("+46701740605")


def test_the_owner_is_told_when_most_of_the_day_is_spent_and_when_it_is_all(db, owner, settings):
    settings.SMS_CODES_A_DAY = 10

    taken = [codes.take_one(at=NOW) for _ in range(12)]

    assert taken == [True] * 10 + [False] * 2
    assert set(Alarm.objects.values_list("kind", flat=True)) == {"codes_nearly_spent", "codes_spent"}
    assert Message.objects.filter(recipient=owner, kind="account.alarm").count() == 2


def test_when_the_day_is_spent_a_code_is_refused_in_words_and_none_is_sent(town, settings):
    settings.SMS_CODES_A_DAY = 0
    her = town.substitute()

    with pytest.raises(Refused, match="Just nu går det inte att få en kod"):
        own_number.ask(her, "070-174 06 98", by=her.user, at=NOW)

    assert not PhoneChange.objects.exists()
    assert not Message.objects.filter(kind="phone.code").exists()
