"""What the schedule says becomes her resource time, and what it takes back goes."""

import pytest

from booking.models import Availability, Kind, PlannerTask
from booking.operations import availability
from booking.period import Period
from people.models import HistoryEntry, PayForm, RuleProfile
from people.operations import identity
from people.operations.refusals import Refused
from scheduling.models import ScheduleFile, ScheduleShift
from scheduling.operations import files
from tests.cast import NOW, at
from tests.factories.scheduling import WorkplaceCodeFactory, booked, monthly, row, table
from tests.scheduling.saying import counts, foreseen, her_time, read

DAY = ("resource", "13 07:00", "13 16:00")


def test_a_shift_is_her_own_resource_time(her):
    assert counts(row()) == {"new": 1}

    assert her_time(her) == [DAY]
    said = Availability.objects.get()
    assert (said.by_herself, said.entered_by, said.gives_time, said.limited) == (True, her.user, False, False)
    entry = HistoryEntry.objects.get(action="schedule.read")
    assert (entry.object_id, entry.user) == (str(her.pk), None)


def test_acute_time_counts_where_and_gives_what_the_file_says(her, town):
    WorkplaceCodeFactory(workplace=town.workplace, code="A7")

    counts(row(kind="Akut resurstid", gives="Ja", places="a7"))

    said = Availability.objects.get()
    assert (said.kind, said.gives_time, said.limited) == ("acute_resource", True, True)
    assert list(said.workplaces.all()) == [town.workplace]


@pytest.mark.parametrize(("agreed", "said", "gives"), [(True, "", True), (True, "Nej", False), (False, "", False)])
def test_what_the_file_does_not_say_is_as_agreed_for_the_kind(her, agreed, said, gives):
    her.agreements.update(rule_profile=RuleProfile.objects.create(name="egen", resource_gives_time=agreed))

    counts(row(gives=said))

    assert Availability.objects.get().gives_time is gives


def test_the_same_file_twice_is_once(her):
    counts(row())
    before = list(Availability.objects.values_list("pk", flat=True))

    assert counts(row()) == {"same": 1}

    assert list(Availability.objects.values_list("pk", flat=True)) == before


def test_a_change_moves_it_and_a_withdrawal_takes_it_away(her):
    counts(row(version="1"), row("S-2", starts="2026-05-14 07:00", ends="2026-05-14 16:00"))

    assert counts(row(version="2", starts="2026-05-13 12:00", ends="2026-05-13 20:00")) == {"changed": 1}
    assert her_time(her)[0] == ("resource", "13 12:00", "13 20:00")
    assert counts(row(version="3", state="Borttaget")) == {"withdrawn": 1}
    assert her_time(her) == [("resource", "14 07:00", "14 16:00")]


def test_shifts_that_meet_are_one_time_and_part_again(her):
    counts(row(), row("S-2", starts="2026-05-13 16:00", ends="2026-05-13 22:00"))
    assert her_time(her) == [("resource", "13 07:00", "13 22:00")]

    counts(row(state="Borttaget"))

    assert her_time(her) == [("resource", "13 16:00", "13 22:00")]


def test_a_later_version_stands_whichever_comes_first(her):
    counts(row(version="3", starts="2026-05-13 12:00", ends="2026-05-13 20:00"))

    assert foreseen(row(version="2")) == [("same", "En senare version är redan inläst.")]
    assert counts(row(version="2")) == {"same": 1}
    assert her_time(her) == [("resource", "13 12:00", "13 20:00")]


def test_a_withdrawal_that_comes_first_stands_too(her):
    assert counts(row(version="2", state="Borttaget")) == {"withdrawn": 1}

    assert counts(row(version="1")) == {"same": 1}
    assert her_time(her) == []
    assert counts(row(version="3")) == {"new": 1}
    assert her_time(her) == [DAY]


def test_a_higher_version_of_the_same_is_remembered(her):
    counts(row(version="1"))

    assert counts(row(version="5")) == {"same": 1}

    assert ScheduleShift.objects.get().version == 5


def test_two_rows_of_one_id_are_refused_unless_their_versions_tell(her):
    twice = "Samma pass-id står på flera rader."
    assert foreseen(row(), row()) == [("refused", twice)] * 2

    assert foreseen(row(version="2"), row(version="1")) == [
        ("new", ""),
        ("same", "En senare version kommer samtidigt."),
    ]


def test_what_a_booked_shift_needs_stands_and_her_planners_are_told(her, town):
    counts(row(starts="2026-05-13 06:00", ends="2026-05-13 20:00"))
    booking = booked(town, her)

    _file, stood = read(row(state="Borttaget"))

    assert stood == [booking]
    assert her_time(her) == [DAY]
    task = PlannerTask.objects.waiting().get()
    assert (task.kind, task.booking, task.area) == ("schedule_changed", booking, town.area)


def test_a_change_that_still_holds_the_booked_shift_tells_nobody(her, town):
    counts(row())
    booked(town, her)

    _file, stood = read(row(ends="2026-05-13 18:00"))

    assert stood == []
    assert her_time(her) == [("resource", "13 07:00", "13 18:00")]


def test_what_she_has_said_of_the_time_since_is_hers(her):
    counts(row())
    evening = Period(at("2026-05-13 14:00"), at("2026-05-13 18:00"))
    availability.put_in(her, [evening], kind=Kind.NOT_AVAILABLE, by=her.user, at=NOW)

    counts(row(state="Borttaget"))

    assert her_time(her) == [("not_available", "13 14:00", "13 18:00")]


def test_nothing_is_read_of_whoever_is_not_paid_by_the_month(her, town):
    her.agreements.update(pay_form=PayForm.HOURLY)

    assert foreseen(row()) == [("refused", "Personen har inget avtal med månadslön då.")]


def test_a_code_that_nobody_has_is_refused(her):
    assert foreseen(row(places="A9")) == [("refused", "Arbetsplatskoden A9 finns inte.")]


def test_whoever_is_unknown_or_protected_is_nobody_and_told_alike(her, town):
    identity.mark(her, by=town.planner, at=NOW)

    told = foreseen(row(), row("S-2", number="X-9"))

    assert told[0] == told[1] == ("refused", "Ingen som filen får läsas in för har det anställningsnumret.")


def test_an_id_does_not_go_from_one_person_to_another_unless_it_was_withdrawn(her, town):
    other = monthly(town, "M-2")
    counts(row())

    assert foreseen(row(number="M-2")) == [("refused", "Pass-id:t är redan någon annans.")]
    counts(row(state="Borttaget"))
    assert counts(row(number="M-2")) == {"new": 1}
    assert (her_time(her), her_time(other)) == ([], [DAY])


def test_one_faulty_row_is_enough_for_nothing_unless_it_is_left_out(her):
    rows = row(), row("S-2", number="X-9")

    with pytest.raises(Refused, match="rader med fel"):
        read(*rows)
    assert her_time(her) == []

    file, _stood = read(*rows, leaves_out=True)
    assert her_time(her) == [DAY]
    assert file.facts == []
    assert [(left["line"], left["id"]) for left in file.refused] == [(3, "S-2")]


def test_what_was_not_seen_is_not_done(her, town):
    file = files.read("schema.csv", table(row()), by=None, at=NOW)
    seen = files.foreseen(file, by=None, at=NOW).mark
    counts(row())

    with pytest.raises(files.Moved):
        files.carry_out(file, seen=seen, leaves_out=False, by=None, at=NOW)


def test_the_same_number_of_questions_for_one_row_and_for_three(her, town, django_assert_num_queries):
    for number in range(2, 4):
        monthly(town, f"M-{number}")
    one, three = ([row(f"S-{n}", number=f"M-{n}") for n in range(1, 1 + many)] for many in (1, 3))
    kept = [files.read("schema.csv", table(*rows), by=None, at=NOW) for rows in (one, three)]
    for file in kept:
        with django_assert_num_queries(3):
            files.foreseen(file, by=None, at=NOW)


def test_a_file_that_nobody_carries_out_goes_after_a_day(her):
    files.read("schema.csv", table(row()), by=None, at=at("2026-05-11 05:00"))
    kept = files.read("schema.csv", table(row()), by=None, at=NOW)

    files.forget(at=NOW)

    assert list(ScheduleFile.objects.all()) == [kept]
