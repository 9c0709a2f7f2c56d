"""Ordering managers read what happens to an order before they place it."""

from django.urls import reverse

from booking.models import Policy
from tests.booking.manager.reading import text
from tests.cast import with_role
from tests.factories.people import WorkplaceFactory

ADDRESS = "/bestallningar/regelverk/"


def test_untouched_it_tells_of_a_day_tomorrow(manager, town):
    page = text(manager.get(ADDRESS))

    assert "Passet börjar i morgon 07.00, om 25 tim 15 min." in page
    assert town.workplace.name in page


def test_the_time_that_she_tries_is_explained_by_her_workplaces_policy(manager, town):
    Policy.objects.create(workplace=town.workplace, wave_size=9)

    page = text(manager.get(ADDRESS, {"dag": "2026-05-12", "borjar": "07:30", "slutar": "15:00"}))

    assert "Passet börjar i dag 07.30, om 1 tim 45 min." in page
    assert "9 vikarier frågas åt gången." in page


def test_she_chooses_among_her_own_workplaces(town, elsewhere, signed_in):
    second = WorkplaceFactory(area=town.area, name="Älvgården")
    town.manager.role_assignments.create(role="ordering_manager", workplace=second)
    Policy.objects.create(workplace=second, wave_size=9)
    browser = signed_in(town.manager)

    assert "9 vikarier" in text(browser.get(ADDRESS, {"arbetsplats": second.pk}))
    for key in (elsewhere.workplace.pk, "x"):
        page = text(browser.get(ADDRESS, {"arbetsplats": key}))
        assert "3 vikarier" in page
        assert elsewhere.workplace.name not in page


def test_a_mistake_is_told_beside_its_field(manager):
    page = text(manager.get(ADDRESS, {"dag": "2026-05-12", "borjar": "halv åtta", "slutar": "15:00"}))

    assert "Skriv klockslaget som 07.00." in page
    assert 'value="halv åtta"' in page


def test_the_desks_pages_are_not_hers(manager, town):
    assert manager.get(reverse("policy:show", args=[town.workplace.pk])).status_code in {302, 404}


def test_it_exists_for_managers_alone(town, client, signed_in):
    assert client.get(ADDRESS).status_code == 302
    assert signed_in(town.substitute().user).get(ADDRESS).status_code == 404
    assert signed_in(with_role("planner", area=town.area)).get(ADDRESS).status_code == 404
