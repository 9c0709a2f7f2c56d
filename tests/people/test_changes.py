"""The history of a table says from what to what, and nothing of codes and keys."""

from people import changes
from people.models import Workplace
from tests.factories.people import AreaFactory, CompetenceFactory


def changed(workplace, **fields):
    was = Workplace.objects.get(pk=workplace.pk)
    for name, value in fields.items():
        setattr(workplace, name, value)
    return changes.of(workplace, was, {})


def test_what_is_as_it_was_is_no_change(town):
    assert changed(town.workplace) == []


def test_each_field_is_told_with_what_it_was_and_what_it_became(town):
    was = town.workplace.address

    found = changed(town.workplace, address="Skolgatan 3", needs_introduction=True)

    assert found == [
        {"name": "address", "before": was, "after": "Skolgatan 3"},
        {"name": "needs_introduction", "before": False, "after": True},
    ]


def test_another_row_is_told_by_its_name(town):
    found = changed(town.workplace, area=AreaFactory(name="Skola"))

    assert found == [{"name": "area", "before": "Hemtjänst", "after": "Skola"}]


def test_of_a_code_it_is_told_only_that_it_changed(town):
    assert changed(town.workplace, way_in="Kod 4711") == [{"name": "way_in", "secret": True}]


def test_what_a_row_is_tied_to_is_told_by_name(db):
    higher, lower = CompetenceFactory(name="Sjuksköterska"), CompetenceFactory(name="Delegering")

    found = changes.of(higher, type(higher).objects.get(pk=higher.pk), {"stands_for": [lower]})

    assert found == [{"name": "stands_for", "before": "", "after": "Delegering"}]
