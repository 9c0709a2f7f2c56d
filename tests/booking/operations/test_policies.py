"""What is decided of how orders are offered, and what the history says of it."""

from datetime import time, timedelta

import pytest

from booking.models import Policy
from booking.offering import Days
from booking.operations import policies
from people.models import HistoryEntry
from people.operations.refusals import Refused
from tests.cast import NOW

HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture
def decide(owner):
    """`decide(place, direct=False, …)`: the system owner decides it."""
    return lambda place, **said: policies.decide(place, said, by=owner, at=NOW)


def written(policy: Policy) -> list[list[dict[str, object]]]:
    """The changes of each entry, the latest first."""
    return [entry.data["changes"] for entry in HistoryEntry.objects.of(policy)]


def test_an_area_decides(town, decide):
    decide(town.area, direct=False, direct_min_notice=HALF_AN_HOUR, direct_days="weekdays")

    terms = Policy.objects.in_force(town.workplace)
    assert (terms.direct, terms.direct_min_notice, terms.direct_days) == (False, HALF_AN_HOUR, Days.WEEKDAYS)


def test_what_is_not_named_stays_as_it_is(town, decide):
    decide(town.area, wave_size=5)

    decide(town.area, direct=False)

    assert Policy.objects.in_force(town.workplace).wave_size == 5


def test_a_workplace_goes_back_to_what_its_area_says(town, decide):
    decide(town.area, wave_size=5, enquiry_mode="best", direct_days="not_red")
    decide(town.workplace, wave_size=1, enquiry_mode="first_yes", direct_days="every")

    decide(town.workplace, wave_size=None, enquiry_mode=None, direct_days=None)

    area = Policy.objects.get(area=town.area)
    assert Policy.objects.get(workplace=town.workplace).said() == {}
    assert Policy.objects.in_force(town.workplace).wave_size == area.wave_size


def test_each_change_is_in_the_history_of_its_area_with_what_was_before(town, owner, decide):
    decide(town.workplace, quiet_from=time(22), wave_wait=HALF_AN_HOUR, direct=False)
    policy = decide(town.workplace, quiet_from=time(23), wave_wait=None, direct=True)

    latest, first = HistoryEntry.objects.of(policy)
    assert (latest.user, latest.timestamp, latest.area, latest.action) == (owner, NOW, town.area, "policy.decide")
    assert latest.data["changes"] == [
        {"name": "quiet_from", "before": "22:00", "after": "23:00"},
        {"name": "wave_wait", "before": 30, "after": None},
        {"name": "direct", "before": False, "after": True},
    ]
    assert [change["before"] for change in first.data["changes"]] == [None, None, None]


def test_the_same_again_is_no_change(town, decide):
    decide(town.area, direct=False)
    policy = decide(town.area, direct=False, wave_size=None)

    assert written(policy) == [[{"name": "direct", "before": None, "after": False}]]
    assert Policy.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"wave_size": 0}, "Välj något från 1 till 50."),
        ({"days_in_row": 32}, "Välj något från 1 dag till 31 dagar."),
        ({"month_cap": 301}, "Välj något från 1 tim till 300 tim."),
        ({"order_min_lead": timedelta(days=8)}, "Välj något från 0 min till 7 dygn."),
        ({"wave_wait": timedelta(minutes=4)}, "Välj något från 5 min till 24 tim."),
    ],
)
def test_what_cannot_be_meant_is_refused_beside_its_name_and_nothing_is_written(town, decide, said, words):
    with pytest.raises(Refused) as refusal:
        decide(town.area, direct=False, **said)

    assert refusal.value.reasons == dict.fromkeys(said, words)
    assert not Policy.objects.exists()


def test_no_cap_and_a_scaled_wait_can_be_meant(town, decide):
    decide(town.area, month_cap=0, days_in_row=0, wave_wait=timedelta())

    terms = Policy.objects.in_force(town.workplace)
    assert (terms.month_cap, terms.days_in_row, terms.wave_wait) == (None, None, None)


def test_the_assistant_ends_its_day_after_it_begins_it(town, decide):
    decide(town.area, assistant_from=time(8))

    with pytest.raises(Refused) as refusal:
        decide(town.workplace, assistant_to=time(8))

    assert refusal.value.reasons == {"assistant_to": "Välj en tid som är senare än den då den börjar."}
    assert not Policy.objects.filter(workplace=town.workplace).exists()
