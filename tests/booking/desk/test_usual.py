"""A planner keeps usual shifts for the workplaces of her area, and orders by them."""

import pytest
from django.urls import reverse

from booking.models import OrderTemplate
from tests.booking.manager.reading import text
from tests.factories.booking import OrderTemplateFactory

LIST, NEW, ORDER = reverse("usual:index"), reverse("usual:new"), reverse("order:add")


@pytest.fixture
def planner(town, signed_in):
    return signed_in(town.planner)


@pytest.fixture
def usual(town):
    return OrderTemplateFactory(workplace=town.workplace, occupation=town.occupation, name="Öppning")


@pytest.fixture
def typed(town):
    return {
        "name": "Kväll", "workplace": town.workplace.pk, "occupation": town.occupation.pk,
        "starts": "14:00", "ends": "21:30", "break_minutes": "30",
    }  # fmt: skip


def test_she_keeps_one_and_finds_it_in_the_list(planner, typed, town):
    planner.post(NEW, typed)

    assert OrderTemplate.objects.get().made_by == town.planner
    assert "Kväll" in text(planner.get(LIST))
    assert planner.post(NEW, typed).url == LIST
    answer = planner.post(NEW, typed | {"ends": "22:00"})
    assert answer.status_code == 422
    assert "har redan ett vanligt pass som heter Kväll" in text(answer)


def test_she_changes_and_removes_it(planner, usual, typed):
    page = reverse("usual:change", args=[usual.pk])
    seen = planner.get(page).context["form"]["seen"].value()

    planner.post(page, typed | {"seen": seen})

    assert OrderTemplate.objects.get().name == "Kväll"
    assert "Någon har ändrat passet" in text(planner.post(page, typed | {"seen": seen, "text": "Annat"}))
    assert [planner.post(reverse("usual:remove", args=[usual.pk])).url for _press in range(2)] == [LIST, LIST]
    assert "Inga vanliga pass än" in text(planner.get(LIST))


def test_chosen_it_fills_her_order_form(planner, usual):
    form = planner.get(ORDER, {"vanligt": usual.pk}).context["form"]

    assert (form["starts"].value(), form["workplace"].value()) == (usual.starts, usual.workplace_id)
    assert f"?vanligt={usual.pk}" in text(planner.get(ORDER))


def test_another_areas_do_not_exist_and_the_pages_are_for_those_who_keep_them(planner, elsewhere, signed_in, officer):
    theirs = OrderTemplateFactory(workplace=elsewhere.workplace, name="Hemlig")

    assert "Hemlig" not in text(planner.get(LIST)) + text(planner.get(ORDER))
    assert planner.get(ORDER, {"vanligt": theirs.pk}).status_code == 404
    for name in ("usual:change", "usual:remove"):
        assert planner.post(reverse(name, args=[theirs.pk])).status_code == 404
    for page in (LIST, NEW):
        assert signed_in(officer).get(page).status_code == 404
