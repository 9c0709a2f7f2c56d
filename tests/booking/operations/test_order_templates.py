"""A workplace's usual shifts are kept, changed and removed, each in the history."""

import pytest

from booking.models import OrderTemplate
from booking.operations import order_templates
from booking.operations.order_templates import mark
from booking.operations.refusals import Refused
from people.models import HistoryEntry
from tests.cast import NOW
from tests.factories.booking import OrderTemplateFactory
from tests.factories.people import CompetenceFactory, WorkplaceFactory


def actions():
    return [entry.action for entry in HistoryEntry.objects.order_by("pk") if entry.action.startswith("ordertemplate")]


@pytest.fixture
def usual(town):
    """Öppning, made by the manager."""
    new = OrderTemplateFactory.build(workplace=town.workplace, occupation=town.occupation, name="Öppning")
    return order_templates.make(new, competences=[CompetenceFactory()], by=town.manager, at=NOW)


def test_it_is_kept_with_who_made_it_and_what_it_requires(town, usual):
    assert (usual.made_by, usual.made_at, usual.competences.count()) == (town.manager, NOW, 1)
    assert actions() == ["ordertemplate.make"]
    assert HistoryEntry.objects.get().area == town.area


def test_a_workplace_has_one_of_each_name(town, usual):
    def another(workplace):
        new = OrderTemplateFactory.build(workplace=workplace, occupation=town.occupation, name="Öppning")
        return order_templates.make(new, competences=[], by=town.manager, at=NOW)

    with pytest.raises(Refused, match="har redan ett vanligt pass som heter Öppning"):
        another(town.workplace)
    assert another(WorkplaceFactory(area=town.area))


def test_a_change_is_made_of_what_was_seen(town, usual):
    seen = mark(usual)
    usual.name = "Morgon"

    order_templates.change(usual, competences=[], seen=seen, by=town.manager, at=NOW)

    kept = OrderTemplate.objects.get()
    assert (kept.name, kept.competences.count()) == ("Morgon", 0)
    assert actions() == ["ordertemplate.make", "ordertemplate.change"]


def test_what_somebody_else_has_changed_since_is_not_overwritten(town, usual):
    seen = mark(usual)
    usual.competences.clear()
    usual.name = "Morgon"

    with pytest.raises(Refused, match="Någon har ändrat passet"):
        order_templates.change(usual, competences=[], seen=seen, by=town.manager, at=NOW)


def test_removed_twice_it_is_removed_once(town, usual):
    for _tap in range(2):
        order_templates.remove(OrderTemplate(pk=usual.pk, workplace=town.workplace), by=town.manager, at=NOW)

    assert not OrderTemplate.objects.exists()
    assert actions() == ["ordertemplate.make", "ordertemplate.remove"]
