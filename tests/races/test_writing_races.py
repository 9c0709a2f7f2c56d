"""The same words sent from many windows, the same SMS read by several planners, the same text worded by two: once."""

import uuid

import pytest

from booking import interpreting
from booking.models import Booking, MessageText
from booking.operations import message_texts, writing
from booking.operations.refusals import Refused
from messaging import inbound
from messaging.models import Message
from people.models import HistoryEntry
from people.operations.refusals import Refused as NotChanged
from tests.cast import NOW, a_town, with_role
from tests.factories.booking import EnquiryFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

FIVE = 5
PHONE = "+46701740612"


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


def test_the_same_words_sent_from_many_windows_reach_each_once(town, at_once):
    people, command = [town.substitute() for _one in range(3)], uuid.uuid4()
    said = {"by": town.planner, "command": command, "at": NOW}

    at_once([lambda: writing.write(people, "Möte torsdag.", **said)] * FIVE)

    assert Message.objects.count() == HistoryEntry.objects.filter(action="substitute.write").count() == len(people)


def test_one_of_several_planners_who_read_the_same_sms_at_once_has_read_it(town, at_once):
    substitute = town.substitute(user__phone=PHONE)
    enquiry = EnquiryFactory(order=town.order(), substitute=substitute)
    sms = inbound.receive(gateway="local", provider_id="1", sender=PHONE, body="ja gärna", at=NOW)
    inbound.understand(sms.pk, at=NOW)
    planners = [with_role("planner", area=town.area) for _one in range(FIVE)]

    results = at_once([lambda by=by: interpreting.count(sms, enquiry, yes=True, by=by, at=NOW) for by in planners])

    assert len([one for one in results if isinstance(one, Refused)]) == FIVE - 1
    assert Booking.objects.count() == HistoryEntry.objects.filter(action="enquiry.answer").count() == 1


def test_of_two_who_word_the_same_message_at_once_one_is_told_to_read_the_others(town, at_once):
    owners = [with_role("system_owner") for _one in range(2)]

    def words(by, first):
        message_texts.word("booking.ended", "sv", f"{first} {{plats}} {{dag}} {{tid}}", seen="", by=by, at=NOW)

    results = at_once([lambda by=by, first=first: words(by, first) for by, first in zip(owners, "AB", strict=True)])

    assert len([one for one in results if isinstance(one, NotChanged)]) == 1
    assert MessageText.objects.get().text[0] in "AB"
    assert HistoryEntry.objects.filter(action="messagetext.word").count() == 1
