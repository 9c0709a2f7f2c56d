"""When nobody is at the planners' desk the same form tells so, and what happens meanwhile."""

from datetime import time

import pytest
from django.urls import reverse

from portal.pages.models import Contact
from tests.booking.manager.reading import text
from tests.factories.booking import OrderTemplateFactory

NEW, FORETELL = reverse("booking:new_order"), reverse("booking:foretell_order")
HOURS = {
    "first_day": "0",
    "last_day": "4",
    "opens": time(6, 30),
    "closes": time(16),
    "lunch_from": None,
    "lunch_until": None,
}


@pytest.fixture(autouse=True)
def _desk(db):
    """Bemanningen, open from 06.30; it is 05.45."""
    Contact.objects.create(name="Bemanningen", phone="0980-319 210", hours=[("days", HOURS)])


def test_the_form_says_that_the_desk_is_closed_and_when_it_opens(manager):
    page = text(manager.get(NEW))

    assert "Bemanningen har stängt nu. Öppnar 06.30, om 45 minuter. Du kan beställa ändå." in page
    assert "Ring 0980-319 210" in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "De har stängt nu. Öppnar 06.30, om 45 minuter."),
        ({"allow_direct": "on"}, "Bemanningen har stängt. Portalen tillsätter passet själv"),
        ({"near": "2026-05-12", "starts": "06:30"}, "vikarier rings i turordning. Bemanningen har stängt."),
    ],
)
def test_what_happens_meanwhile_is_said(manager, filled_in, changes, words):
    said = text(manager.post(FORETELL, filled_in(near="2026-05-13") | changes, headers={"HX-Request": "true"}))

    assert words in said


def test_while_it_is_open_nothing_is_said_of_it(manager, town):
    desk = Contact.objects.get()
    desk.hours = [("days", HOURS | {"opens": time(5)})]
    desk.save()
    usual = OrderTemplateFactory(workplace=town.workplace, occupation=town.occupation, starts=time(9))

    page = text(manager.get(NEW, {"vanligt": usual.pk}))

    assert "har stängt" not in page
    assert "Bemanningen bestämmer vem som får passet." in page
