"""What she would like."""

from decimal import Decimal

import pytest

from people.models import HistoryEntry, Locality, Substitute
from people.operations import wishes
from people.operations.refusals import Refused
from people.operations.wishes import Wishes
from tests.cast import NOW, at
from tests.factories.people import AgreementFactory, WorkplaceFactory


@pytest.fixture
def emma(town):
    return town.substitute()


@pytest.fixture
def village(db):
    return Locality.objects.create(name="Granbyn", latitude=Decimal("66.9"), longitude=Decimal("19.8"))


@pytest.fixture
def wish(emma):
    return lambda said, now=NOW: wishes.wish(emma, said, by=emma.user, at=now)


def test_what_she_would_like_is_written_down(town, emma, village, wish):
    said = Wishes(weekly_hours=20, workplaces=(town.workplace,), locality=village, farthest_km=30)

    wish(said)

    assert wishes.of(Substitute.objects.get(pk=emma.pk)) == said


def test_she_can_take_it_all_back(town, emma, village, wish):
    wish(Wishes(weekly_hours=20, workplaces=(town.workplace,), locality=village, farthest_km=30))

    wish(Wishes())

    assert wishes.of(Substitute.objects.get(pk=emma.pk)) == Wishes()


def test_the_history_says_what_of_it_and_never_where_she_lives(emma, village, wish):
    wish(Wishes(weekly_hours=20, locality=village, farthest_km=30))

    entry = HistoryEntry.objects.of(emma).get()
    assert (entry.action, entry.user, entry.timestamp) == ("substitute.wish", emma.user, NOW)
    assert entry.data == {"changed": ["wished_weekly_hours", "locality", "farthest_km"]}


def test_the_same_twice_is_once(town, emma, wish):
    for _ in range(2):
        wish(Wishes(weekly_hours=20, workplaces=(town.workplace,)))

    assert HistoryEntry.objects.of(emma).count() == 1


def test_a_workplace_that_her_agreements_do_not_reach_cannot_be_wished_for(elsewhere, emma, wish):
    with pytest.raises(Refused, match="bland dina arbetsplatser"):
        wish(Wishes(weekly_hours=20, workplaces=(elsewhere.workplace,)))

    assert Substitute.objects.get(pk=emma.pk).wished_weekly_hours is None


@pytest.mark.parametrize(("moment", "reached"), [("2026-05-11 23:59", True), ("2026-05-12 00:00", False)])
def test_a_workplace_is_hers_until_the_agreement_ends(emma, wish, moment, reached):
    paper = AgreementFactory(substitute=emma, area=None, workplace=WorkplaceFactory(), ends=at("2026-05-12 00:00"))
    said = Wishes(workplaces=(paper.workplace,))

    if reached:
        wish(said, at(moment))
    else:
        with pytest.raises(Refused):
            wish(said, at(moment))

    assert wishes.of(emma) == (said if reached else Wishes())
