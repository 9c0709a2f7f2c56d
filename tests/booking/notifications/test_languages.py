"""Each reads what the portal sends her in her own language, whoever causes it to be sent."""

import pytest
from django.utils.translation import override

from booking.notifications.catalogue import CATALOGUE
from messaging.grammar import Answer, Kind, understand
from messaging.models import Message
from messaging.segments import segments
from people.models import User
from tests.booking.notifications.examples import World, happen, posted

kinds = pytest.mark.parametrize("code", CATALOGUE)


def in_language(code: str, world: World, language: str) -> Message:
    """The message of the kind, where all those who can be told of the world read the language."""
    User.objects.update(language=language)
    for user in (world.substitute.user, world.planner, world.order.placed_by):
        user.language = language
    return posted(code, world)


@kinds
def test_each_kind_has_english_words(code, usual):
    assert in_language(code, usual, "en").subject != in_language(code, usual, "").subject


@kinds
def test_each_kind_fits_two_sms_in_english_too(code, longest):
    assert segments(in_language(code, longest, "en").body) <= 2


def test_a_booking_speaks_to_each_of_the_two_in_her_own_language(usual):
    usual.substitute.user.language = "en"

    with override("en"):  # as a planner who reads the desk in English
        happen("booking.booked", usual)

    hers, orderers = Message.objects.get(kind="booking.booked"), Message.objects.get(kind="booking.filled")
    assert "Wednesday 13 May 07:00-16:00" in hers.body
    assert "onsdag 13 maj 07.00-16.00" in orderers.body


def test_what_she_is_told_to_reply_is_understood_in_english_too(usual):
    told = in_language("enquiry.asked", usual, "en").body
    code = usual.enquiries[1].code

    assert f"Reply YES {code} or NO {code} by" in told
    assert understand(f"YES {code}") == Answer(Kind.YES, code)
    assert understand(f"no {code}") == Answer(Kind.NO, code)
