"""What happens when she answers Ja, as the policy has it."""

from datetime import time, timedelta

import pytest

from booking.offering import LateYes, Mode, OfferTerms
from portal.pages.in_force.answering_yes import sentences


def said(**terms: object) -> str:
    return "\n".join(sentences(OfferTerms(**terms)))


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"wave_size": 1}, "Vi frågar en vikarie åt gången."),
        ({"wave_size": 4}, "Vi frågar 4 vikarier åt gången."),
        ({"wave_wait": None}, "Du har mellan 5 min och 2 tim på dig."),
        ({"wave_wait": timedelta(minutes=45)}, "Du har 45 min på dig. Sedan frågar vi nästa."),
        ({}, "Klockan 21.00–06.00 frågar vi bara om passet börjar inom 12 tim."),
        ({"enquiry_mode": Mode.FIRST_YES}, "Den som svarar Ja först får passet."),
        ({"enquiry_mode": Mode.BEST}, "Vi samlar svaren tills tiden är slut."),
        ({"regret_within": timedelta(minutes=10)}, "Du kan ångra dig i 10 min."),
        ({"regret_within": timedelta()}, "Ditt Ja gäller direkt."),
        ({"late_yes": LateYes.SHOW}, "Bemanningen ser ditt Ja och kan boka dig."),
        ({"late_yes": LateYes.LOST}, "Svarar du för sent gäller inte ditt Ja."),
    ],
)
def test_the_words_follow_the_policy(terms, words):
    assert words in said(**terms)


def test_hours_when_anybody_is_asked_are_not_spoken_of():
    assert "Klockan" not in said(quiet_from=time(0), quiet_to=time(0))
