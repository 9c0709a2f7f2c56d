"""What happens when she answers Ja, as the policy has it."""

from datetime import time, timedelta

import pytest

from booking.offering import LateYes, Mode, OfferTerms, PayFirst
from portal.pages.in_force.answering_yes import sentences


def said(**terms: object) -> str:
    return "\n".join(sentences(OfferTerms(**terms)))


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"wave_size": 1}, "Vi frågar en vikarie åt gången."),
        ({"wave_size": 4}, "Vi frågar 4 vikarier åt gången."),
        ({"wave_wait": None}, "Du har mellan 5 minuter och 2 timmar på dig att svara."),
        ({"wave_wait": timedelta(minutes=45)}, "Du har 45 minuter på dig att svara. Sedan frågar vi nästa."),
        ({}, "Klockan 21.00–06.00 frågar vi bara om passet börjar inom 12 timmar."),
        ({"enquiry_mode": Mode.FIRST_YES}, "Den som svarar Ja först får passet."),
        ({"enquiry_mode": Mode.BEST}, "Vi samlar svaren tills tiden är slut."),
        ({"regret_within": timedelta(minutes=10)}, "Du kan ångra dig i 10 minuter."),
        ({"regret_within": timedelta()}, "Ditt Ja gäller direkt."),
        ({"late_yes": LateYes.SHOW}, "Bemanningen ser ditt Ja och kan boka dig."),
        ({"late_yes": LateYes.LOST}, "Svarar du för sent gäller inte ditt Ja."),
        ({"pay_first": PayFirst.MONTHLY}, "Är det lika går månadslön före timlön."),
        ({"pay_first": PayFirst.HOURLY}, "Är det lika går timlön före månadslön."),
        ({"month_cap": 165}, "Skulle du få mer än 165 timmar den månaden bokas du inte."),
        ({"days_in_row": 11}, "Skulle du jobba mer än 11 dagar i rad bokas du inte."),
        ({"days_in_row": 1}, "Skulle du jobba mer än 1 dag i rad bokas du inte."),
        ({"phone_limit": timedelta(hours=1)}, "Är det mindre än 1 timme kvar till passet ringer vi i stället."),
        ({"enquiry_mode": Mode.BEST}, "Då väntar vi inte längre. Första Ja får passet."),
    ],
)
def test_the_words_follow_the_policy(terms, words):
    assert words in said(**terms)


@pytest.mark.parametrize(
    ("off", "word"),
    [
        ({"pay_first": PayFirst.SAME}, "månadslön"),
        ({"month_cap": None}, "den månaden"),
        ({"days_in_row": None}, "i rad"),
        ({"phone_limit": timedelta()}, "ringer vi"),
        ({"phone_limit": timedelta(), "enquiry_mode": Mode.BEST}, "väntar vi inte"),
        ({"enquiry_mode": Mode.FIRST_YES}, "väntar vi inte"),
    ],
)
def test_what_is_off_is_not_spoken_of(off, word):
    assert word not in said(**off)


def test_hours_when_anybody_is_asked_are_not_spoken_of():
    assert "Klockan" not in said(quiet_from=time(0), quiet_to=time(0))
