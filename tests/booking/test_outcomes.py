"""What a late answer is told of a search that is no longer the one she was asked in."""

from datetime import timedelta

import pytest

from booking import outcomes
from booking.operations import answering, changing, enquiries, returning
from tests.cast import NOW, at

STOPPED = "Passet är stoppat just nu. Du är inte bokad."


@pytest.fixture
def order(town):
    return town.order()


@pytest.fixture
def enquiry(town, order):
    (asked,) = enquiries.ask(order, [town.substitute()], by=town.planner, at=NOW, answer_by=at("2026-05-12 06:15"))
    return asked


@pytest.fixture
def yes(enquiry):
    """`yes()`: what she reads when she says it now."""
    return lambda: outcomes.told(
        answering.answer(enquiry, yes=True, by=enquiry.substitute.user, at=NOW), yes=True, at=NOW
    )


def test_of_other_terms_she_hears_that_the_shift_has_changed(town, order, yes):
    changing.change(order, {"ends": order.ends + timedelta(hours=1)}, by=town.planner, at=NOW)

    assert yes() == "Passet har ändrats sedan du fick frågan. Du är inte bokad."


def test_of_a_stopped_shift_she_hears_that_it_is_stopped(town, order, yes):
    returning.stop(order, by=town.planner, at=NOW)

    assert yes() == STOPPED


def test_of_one_that_was_sent_back_as_well(town, order, yes):
    returning.send_back(order, by=town.planner, at=NOW, reason="Fel dag")

    assert yes() == STOPPED


def test_of_one_that_is_asked_about_anew_she_hears_that_her_enquiry_is_over(town, order, yes):
    returning.stop(order, by=town.planner, at=NOW)
    returning.resume(order, by=town.planner, at=NOW)

    assert yes() == "Förfrågan gäller inte längre. Du är inte bokad."
