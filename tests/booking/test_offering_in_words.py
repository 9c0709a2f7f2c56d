"""What a policy does to an order, as the page tells it."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from booking.offering import Days, LateYes, Mode, OfferTerms, PayFirst, why_not_direct
from booking.offering_in_words import hindrance_sentence, sentences
from booking.period import Period
from tests.cast import at

TERMS = OfferTerms()
DAY = Period(at("2026-05-14 07:00"), at("2026-05-14 16:00"))


def told(shift: Period = DAY, *, now: str = "2026-05-12 12:00", terms: OfferTerms = TERMS, **more: bool) -> str:
    return "\n".join(sentences(shift, now=at(now), terms=terms, red_days=(), **more))


def test_the_whole_story_of_an_order_in_good_time():
    assert sentences(DAY, now=at("2026-05-12 12:00"), terms=TERMS, red_days=()) == [
        "Passet börjar torsdag 14 maj 07.00, om 43 tim.",
        "Den som står först av dem som har lagt in tid bokas direkt. Finns ingen blir det en förfrågan.",
        "Den som redan har ett pass samma dag bokas inte direkt.",
        "Förfrågningar skickas genast.",
        "3 vikarier frågas åt gången.",
        "De har 2 tim på sig, till i dag 14.00. Sedan frågas nästa grupp.",
        "Den som svarar ja först får passet.",
        "Från torsdag 14 maj 05.30, när det är 1 tim 30 min kvar, rings vikarier i turordning i stället.",
        "Den som själv har tagit passet kan ångra sig i 10 min. Då söks någon annan.",
        "Ett ja efter svarstiden bokar inte. Bemanningen ser det och kan boka.",
        "Den som kommer över 165 tim i månaden eller 11 dagar i rad bokas bara av en planerare som skriver ett skäl.",
    ]


def test_where_a_yes_holds_at_once_nothing_is_said_of_regret():
    assert "ångra" not in told(terms=replace(TERMS, regret_within=timedelta()))


def test_a_shift_that_starts_soon_is_asked_about_and_not_booked_directly():
    words = told(now="2026-05-14 04:50")

    assert "Passet börjar i dag 07.00, om 2 tim 10 min." in words
    assert "Börjar om 2 tim 10 min, direktbokning kräver minst 3 tim → förfrågan, inte direktbokning." in words
    assert "Passet är samma dag → förfrågan, inte direktbokning." in words
    assert "bokas direkt." not in words


def test_a_shift_that_starts_very_soon_is_phoned_about():
    words = told(now="2026-05-14 05:45")

    assert "→ ringlista, inte direktbokning." in words
    assert "Det är kortare kvar än 1 tim 30 min. Inga förfrågningar skickas. Vikarier rings i turordning." in words
    assert "åt gången" not in words


def test_when_it_is_too_late_to_order_the_planners_still_may():
    lead = "En beställare måste lägga det minst 30 min före start. Nu kan bara bemanningen göra det."

    assert lead in told(now="2026-05-14 06:31")
    assert lead not in told(now="2026-05-14 06:30")


def test_a_shift_that_has_begun_is_offered_no_more():
    assert told(now="2026-05-14 07:00") == "Passet har börjat och kan inte längre erbjudas."


def test_in_the_night_enquiries_wait_for_the_morning():
    words = told(now="2026-05-12 22:00")

    assert "Inga förfrågningar skickas 21.00–06.00. De första skickas i morgon 06.00." in words


def test_in_the_evening_the_time_to_answer_stands_still_over_the_night():
    words = told(now="2026-05-12 20:00")

    assert "De har 1 tim 42 min på sig, till i morgon 06.42." in words
    assert "Svarstiden står still 21.00–06.00." in words


def test_an_urgent_shift_is_asked_about_in_the_night():
    words = told(now="2026-05-13 23:00")

    assert "Förfrågningar skickas genast, även 21.00–06.00, eftersom passet börjar inom 12 tim." in words
    assert "till i dag 23.48" in words
    assert "står still" not in words


def test_when_it_is_quiet_until_the_start_that_is_said_at_once():
    terms = replace(TERMS, quiet_to=time(7), urgent_limit=timedelta())

    words = told(now="2026-05-13 23:00", terms=terms)

    assert "Inga förfrågningar skickas 21.00–07.00, och sedan är det för sent. Vikarier rings i turordning." in words
    assert "åt gången" not in words


def test_an_answer_that_may_come_until_the_start():
    terms = replace(TERMS, wave_wait=timedelta(hours=6), phone_limit=timedelta())

    words = told(now="2026-05-14 06:20", terms=terms)

    assert "De kan svara tills passet börjar." in words
    assert "rings" not in words


def test_where_direct_booking_is_off_that_is_why():
    assert "Direktbokning används inte → förfrågan, inte direktbokning." in told(terms=replace(TERMS, direct=False))


def test_a_red_day_is_named_by_the_policy():
    terms = replace(TERMS, direct_days=Days.NOT_RED)
    ascension = {DAY.starts.date()}

    words = "\n".join(sentences(DAY, now=at("2026-05-12 12:00"), terms=terms, red_days=ascension))

    assert "Direktbokning gäller inte röda dagar → förfrågan, inte direktbokning." in words


def test_who_has_not_let_the_portal_fill_it_waits_for_the_planners():
    words = told(direct=False)

    assert "Beställaren har inte låtit portalen tillsätta passet. Bemanningen bestämmer vem som får det." in words
    assert "bokas direkt." not in words


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"wave_size": 1}, "1 vikarie frågas åt gången."),
        ({"enquiry_mode": Mode.BEST}, "Svaren samlas. När svarstiden är slut får den som står högst"),
        ({"late_yes": LateYes.LOST}, "Ett ja efter svarstiden gäller inte."),
        ({"ask_again_after_no": True}, "Blir passet ledigt på nytt frågas även de som har sagt nej."),
        ({"pay_first": PayFirst.MONTHLY}, "Månadsavlönade går före timavlönade."),
        ({"pay_first": PayFirst.HOURLY}, "Timavlönade går före månadsavlönade."),
        ({"month_cap": None}, "Den som kommer över 11 dagar i rad bokas"),
        ({"days_in_row": None}, "Den som kommer över 165 tim i månaden bokas"),
    ],
)
def test_what_the_policy_says_otherwise_is_told_otherwise(terms, words):
    assert words in told(terms=replace(TERMS, **terms))


def test_what_the_policy_does_not_limit_is_not_told():
    terms = replace(TERMS, month_cap=None, days_in_row=None, direct_second_shift_same_day=True)

    assert "skäl" not in told(terms=terms)
    assert "redan har ett pass" not in told(terms=terms)


def test_her_other_shift_of_the_day_is_told_by_its_hours():
    evening = Period(at("2026-05-14 17:00"), at("2026-05-14 21:00"))

    (second,) = why_not_direct(DAY, now=at("2026-05-12 12:00"), terms=TERMS, red_days=(), booked=[evening])

    assert hindrance_sentence(second) == "Har redan ett pass samma dag, 17.00–21.00"
