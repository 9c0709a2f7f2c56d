"""The rules of many areas told at once: what is the same once, and then what is otherwise, and where."""

from datetime import time, timedelta

from booking.offering import OfferTerms
from portal.pages.in_force.policy.telling import Told, told
from portal.pages.in_force.policy.themes import THEMES

USUAL = OfferTerms()
DIRECT = THEMES["direct"]
THREE, TWO = "Passet ska börja om minst 3 timmar.", "Passet ska börja om minst 2 timmar."
NEVER = "Vi bokar dig aldrig direkt. Vi frågar alltid först."


def two(**otherwise: object) -> dict[str, OfferTerms]:
    return {"Hemtjänst": USUAL, "Skola": OfferTerms(**otherwise)}


def test_areas_that_are_alike_are_told_as_one():
    assert told(DIRECT, {"Hemtjänst": USUAL, "Skola": USUAL}) == told(DIRECT, {"Hemtjänst": USUAL})
    assert told(DIRECT, {"Hemtjänst": USUAL}).otherwise == []


def test_what_is_otherwise_in_an_area_is_told_of_each_and_the_rest_once():
    words = told(DIRECT, two(direct_min_notice=timedelta(hours=2)))

    assert words.otherwise == [("Hemtjänst", [THREE]), ("Skola", [TWO])]
    assert "Passet ska vara längre än 4 timmar." in words.everywhere
    assert not {THREE, TWO} & set(words.everywhere)


def test_areas_with_the_same_differences_stand_together():
    areas = two(direct_min_notice=timedelta(hours=2)) | {"LSS": USUAL}

    assert told(DIRECT, areas).otherwise == [("Hemtjänst, LSS", [THREE]), ("Skola", [TWO])]


def test_an_area_without_direct_booking_says_so_and_takes_nothing_from_the_others():
    words = told(DIRECT, two(direct=False))

    assert words.otherwise == [("Skola", [NEVER])]
    assert THREE in words.everywhere


def test_where_no_area_books_directly_it_is_said_once():
    assert told(DIRECT, {"Hemtjänst": OfferTerms(direct=False), "Skola": OfferTerms(direct=False)}) == Told([NEVER], [])


def test_a_limit_that_one_area_lacks_is_told_of_the_other_alone():
    assert told(THEMES["limits"], two(days_in_row=None)).otherwise == [
        ("Hemtjänst", ["Du kan jobba högst 11 dagar i rad."])
    ]


def test_a_theme_may_have_nothing_to_tell():
    silent = OfferTerms(quiet_from=time(6), order_min_lead=timedelta(), phone_limit=timedelta())

    assert not told(THEMES["hours"], {"Hemtjänst": silent}).anything
