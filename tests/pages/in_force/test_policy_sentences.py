"""The policy in words, sentence by sentence."""

from datetime import time, timedelta

import pytest

from booking.offering import Days, LateYes, Mode, OfferTerms, PayFirst
from booking.rules import Terms
from portal.pages.in_force.policy import rest
from portal.pages.in_force.policy.themes import THEMES


def of(theme: str, **terms: object) -> list[str]:
    """What one theme tells of a policy with these numbers."""
    return list(THEMES[theme].says(OfferTerms(**terms)))


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"direct_min_notice": timedelta(hours=3)}, "Passet ska börja om minst 3 timmar."),
        ({"direct_min_notice": timedelta(hours=1)}, "Passet ska börja om minst 1 timme."),
        ({"direct_min_notice": timedelta(days=3)}, "Passet ska börja om minst 3 dygn."),
        ({"direct_min_length": timedelta(hours=4)}, "Passet ska vara längre än 4 timmar."),
        ({"direct_min_length": timedelta(hours=4.5)}, "Passet ska vara längre än 4,5 timmar."),
        ({"direct_days": Days.WEEKDAYS}, "Passet ska börja måndag till fredag, och inte på en röd dag."),
        ({"direct_days": Days.NOT_RED}, "Passet ska inte börja på en söndag eller en annan röd dag."),
        ({}, "Passet ska börja i morgon eller senare."),
        ({"direct_same_day": True}, "Passet får börja samma dag."),
        ({}, "Har du redan ett pass den dagen frågar vi först."),
        ({"direct_second_shift_same_day": True}, "Du kan få två pass på samma dag."),
        ({}, "Kan du inte ta ett pass som vi har bokat? Ring Bemanningen."),
        ({}, "Vi bokar dig bara direkt på tid som du själv har lagt in."),
    ],
)
def test_when_she_is_booked_directly(terms, words):
    assert words in of("direct", **terms)


def test_a_policy_that_books_nobody_directly_says_so():
    assert THEMES["direct"].never(OfferTerms(direct=False)) == "Vi bokar dig aldrig direkt. Vi frågar alltid först."


@pytest.mark.parametrize(
    ("terms", "word"),
    [
        ({"direct_min_notice": timedelta()}, "om minst"),
        ({"direct_min_length": timedelta()}, "längre än"),
        ({"direct_days": Days.EVERY}, "röd dag"),
    ],
)
def test_a_demand_that_is_off_is_not_spoken_of(terms, word):
    assert word not in " ".join(of("direct", **terms))


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"wave_size": 1}, "Vi frågar en vikarie åt gången."),
        ({"wave_size": 4}, "Vi frågar 4 vikarier åt gången."),
        ({}, "Du har mellan 5 minuter och 2 timmar på dig att svara. Ju närmare passet är, desto kortare."),
        ({"wave_wait": timedelta(minutes=45)}, "Du har 45 minuter på dig att svara. Sedan frågar vi nästa."),
        ({}, "Den som svarar Ja först får passet."),
        (
            {"enquiry_mode": Mode.BEST},
            "Vi samlar svaren tills tiden är slut. Den som står högst av dem som svarat Ja får passet.",
        ),
        (
            {"pay_first": PayFirst.MONTHLY},
            "Vi börjar med dem som arbetsplatsen känner. Är det lika går månadslön före timlön.",
        ),
        (
            {"pay_first": PayFirst.HOURLY},
            "Vi börjar med dem som arbetsplatsen känner. Är det lika går timlön före månadslön.",
        ),
        ({}, "Svarar du för sent bokas du inte. Bemanningen ser ditt Ja och kan boka dig."),
        ({"late_yes": LateYes.LOST}, "Svarar du för sent gäller inte ditt Ja."),
        ({"ask_again_after_no": True}, "Blir passet ledigt igen frågar vi även dig som har sagt Nej."),
    ],
)
def test_when_she_is_asked(terms, words):
    assert words in of("enquiries", **terms)


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({}, "En arbetsplats ska beställa minst 30 minuter före passet. Därför kan en fråga komma sent."),
        ({}, "Klockan 21.00–06.00 frågar vi bara om passet börjar inom 12 timmar."),
        ({"urgent_limit": timedelta()}, "Klockan 21.00–06.00 frågar vi inte."),
        ({}, "Är det mindre än 1,5 timmar kvar till passet ringer vi i stället."),
        (
            {"phone_limit": timedelta(minutes=80)},
            "Är det mindre än 1 timme och 20 minuter kvar till passet ringer vi i stället.",
        ),
    ],
)
def test_how_late_she_is_asked_and_called(terms, words):
    assert words in of("hours", **terms)


def test_where_anybody_may_be_asked_at_any_time_there_is_nothing_to_say():
    at_any_time = {"quiet_from": time(), "quiet_to": time(), "order_min_lead": timedelta(), "phone_limit": timedelta()}

    assert of("hours", **at_any_time) == []


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (
            {"regret_within": timedelta(minutes=10)},
            "Har du svarat Ja eller tagit ett pass själv kan du ångra dig i 10 minuter.",
        ),
        (
            {"regret_within": timedelta(minutes=1)},
            "Har du svarat Ja eller tagit ett pass själv kan du ångra dig i 1 minut.",
        ),
        ({"regret_within": timedelta()}, "Ditt Ja gäller direkt. Ring Bemanningen om du inte kan komma."),
    ],
)
def test_how_she_may_regret(terms, words):
    assert words in of("regret", **terms)


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"month_cap": 165}, "Du kan jobba högst 165 timmar i månaden."),
        ({"month_cap": 1}, "Du kan jobba högst 1 timme i månaden."),
        ({"days_in_row": 11}, "Du kan jobba högst 11 dagar i rad."),
        ({"days_in_row": 1}, "Du kan jobba högst 1 dag i rad."),
    ],
)
def test_how_much_she_may_work(terms, words):
    assert words in of("limits", **terms)


def test_a_cap_that_is_off_is_not_spoken_of():
    without = " ".join(of("limits", month_cap=None, days_in_row=None))

    assert "i månaden, och" in without  # overtime is the law's
    assert "timmar i månaden." not in without
    assert "i rad" not in without


@pytest.mark.parametrize(
    ("law", "words"),
    [
        ({}, "Du ska vila minst 11 timmar varje dygn."),
        ({}, "Du ska vila minst 36 timmar i sträck varje vecka."),
        ({"weekly_hours": timedelta(hours=37.5)}, "Du kan jobba högst 37,5 timmar i veckan."),
        ({}, "Jobbar du mer än 5 timmar ska du ha rast."),
        ({}, "Du kan ha högst 50 timmar övertid i månaden, och 48 timmar på fyra veckor."),
        ({}, "Med övertid får det bli högst 48 timmar i veckan, i snitt på 17 veckor."),
        ({}, "Är du under 18 år? Då kan du jobba 06.00–22.00, högst 8 timmar om dagen."),
        ({}, "Under 18 år ska du också vila minst 12 timmar på natten."),
        ({}, "Finns det ett skäl kan Bemanningen ändå boka dig."),
    ],
)
def test_what_the_law_says_of_rest_and_hours(law, words):
    assert words in list(rest.sentences(OfferTerms(), Terms(**law)))


def test_limits_that_nobody_may_pass_are_not_said_to_be_passed():
    assert "ändå boka dig" not in " ".join(rest.sentences(OfferTerms(), Terms(overridable=False)))
