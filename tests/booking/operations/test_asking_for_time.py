"""A planner asks those who could work on a day whether they have time."""

import uuid
from datetime import date

import pytest

from booking.forecast.asked import came_in
from booking.models import Absence, Kind, TimeAsked
from booking.operations import asking_for_time
from booking.operations.refusals import Refused
from messaging import choices
from messaging.models import Channel, Message
from people.models import HistoryEntry
from people.operations import erasure
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import OccupationFactory

DAY = date(2026, 5, 13)
WORDS = "Kan du på onsdag?"
EIGHT = {"starts": at("2026-05-13 07:00"), "ends": at("2026-05-13 16:00")}


@pytest.fixture
def amira(town):
    return town.substitute(user__phone="+46701740612")


def askable(town, **chosen):
    return asking_for_time.askable(town.area, DAY, by=town.planner, **chosen)


def ask(town, *to, command=None, **said):
    known = {"by": town.planner, "command": command or uuid.uuid4(), "at": NOW}
    return asking_for_time.ask(town.area, DAY, to, WORDS, **(known | said))


def test_who_could_and_has_said_nothing_may_be_asked(town, elsewhere, amira):
    elsewhere.substitute()
    for kind in (Kind.AVAILABLE, Kind.NOT_AVAILABLE):
        AvailabilityFactory(substitute=town.substitute(), kind=kind, **EIGHT)
    BookingFactory(order=town.order(status="booked"), substitute=town.substitute())
    away = town.substitute()
    Absence.objects.create(substitute=away, kind="set_days", noted_by=town.planner, noted_at=NOW, **EIGHT)
    town.substitute(by_hand_only=True)
    town.substitute(is_active=False)

    assert askable(town).anew == [amira]


def test_who_wants_no_such_messages_is_not_asked(town, amira):
    group = choices.of_kind(asking_for_time.LIKE).code
    choices.choose(amira.user, {(group, channel): False for channel in Channel}, at=NOW)

    assert askable(town).anew == []


def test_an_occupation_can_be_chosen(town, amira):
    assert askable(town, occupation=OccupationFactory(name="barnskötare")).anew == []
    assert askable(town, occupation=town.occupation).anew == [amira]


def test_she_gets_the_words_and_it_is_recorded(town, amira):
    assert ask(town, amira, at_once=True) == 1

    assert Message.objects.get().body.startswith(WORDS)
    assert (TimeAsked.objects.get().substitute, TimeAsked.objects.get().day) == (amira, DAY)
    assert HistoryEntry.objects.get(action="area.ask_for_time").data == {"day": "2026-05-13", "number": 1}


def test_at_night_it_waits_for_the_morning(town, amira):
    ask(town, amira)

    assert Message.objects.get().due_at > NOW


def test_the_same_form_twice_asks_once(town, amira):
    command = uuid.uuid4()

    assert [ask(town, amira, command=command) for _click in range(2)] == [1, 1]

    assert (Message.objects.count(), TimeAsked.objects.count()) == (1, 1)


def test_nobody_is_asked_twice_of_a_day_unless_the_planner_says_so(town, amira):
    ask(town, amira)
    bibi = town.substitute()

    found = askable(town)
    assert (found.anew, found.before) == ([bibi], [amira])
    assert ask(town, amira, bibi) == 1
    with pytest.raises(Refused):
        ask(town, amira)
    assert ask(town, amira, again=True) == 1
    assert Message.objects.filter(recipient=amira.user).count() == 2


def test_who_has_put_in_time_meanwhile_is_left_out(town, amira):
    bibi = town.substitute()
    AvailabilityFactory(substitute=bibi, **EIGHT)

    assert ask(town, amira, bibi) == 1
    assert [row.substitute for row in TimeAsked.objects.all()] == [amira]


def test_what_came_in_afterwards_is_counted(town, amira):
    yes, no = town.substitute(), town.substitute()
    ask(town, amira, yes, no)
    later = at("2026-05-12 09:00")
    AvailabilityFactory(substitute=yes, entered_at=later, **EIGHT)
    AvailabilityFactory(substitute=no, entered_at=later, kind=Kind.NOT_AVAILABLE, **EIGHT)

    found = came_in(town.area.pk, DAY)

    assert (found.asked, found.put_in, found.said_no, found.silent, found.since) == (3, 1, 1, 1, NOW)


def test_that_she_was_asked_goes_with_her(town, owner, amira):
    ask(town, amira)

    erasure.erase(amira, by=owner, at=NOW)

    assert not TimeAsked.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_so_many_people_are_found_in_as_many_queries(number, town, django_assert_num_queries):
    for _person in range(number):
        town.substitute()
    askable(town)

    with django_assert_num_queries(4):
        assert len(askable(town).anew) == number
