"""What is set by hand, as the solver is told of it."""

from array import array

from booking.assistant import pins
from booking.assistant.problem import Method, Pairs, Person, Plan, Problem, Seat, Shift

DAY, HOUR = 24 * 60, 60


def shift(day, starts=8, ends=16):
    begins, over = day * DAY + starts * HOUR, day * DAY + ends * HOUR
    return Shift(begins, over, over - begins, day, 24_000, ((day - day % 7, over - begins),))


def problem(rows, seats=2, people=2):
    columns = zip(*sorted(rows), strict=True)
    pairs = Pairs(*(array(code, column) for code, column in zip("iiq", columns, strict=True)))
    return Problem([Seat(n, shift(n)) for n in range(seats)], [Person(n) for n in range(people)], pairs)


ALL = [(0, 0, 9), (0, 1, 8), (1, 0, 7), (1, 1, 6)]


def test_a_pinned_seat_is_nobodys_to_have_and_booked_work_of_hers():
    left = pins.fixed(problem(ALL), {0: 1})

    assert (list(left.pairs.seat), list(left.pairs.person)) == ([1, 1], [0, 1])
    assert left.people[1].booked == (shift(0),)
    assert (dict(left.people[1].weeks), dict(left.people[1].months)) == ({0: 8 * HOUR}, {24_000: 8 * HOUR})
    assert left.people[0] == Person(0)


def test_two_pins_of_one_person_are_both_her_work_soonest_first():
    left = pins.fixed(problem(ALL), {1: 0, 0: 0})

    assert left.people[0].booked == (shift(0), shift(1))
    assert dict(left.people[0].weeks) == {0: 16 * HOUR}
    assert len(left.pairs) == 0


def test_who_could_have_nothing_else_has_no_number_and_the_seat_is_taken_all_the_same():
    left = pins.fixed(problem(ALL), {0: None})

    assert list(left.pairs.seat) == [1, 1]
    assert list(left.people) == [Person(0), Person(1)]


def test_a_forbidden_pair_is_none_and_the_others_of_both_are():
    left = pins.fixed(problem(ALL), {}, {(0, 0)})

    assert list(zip(left.pairs.seat, left.pairs.person, strict=True)) == [(0, 1), (1, 0), (1, 1)]


def test_the_given_problem_is_left_as_it_was():
    given = problem(ALL)

    pins.fixed(given, {0: 1}, {(1, 1)})

    assert (len(given.pairs), given.people[1].booked) == (4, ())


def test_the_plan_has_the_pinned_in_it_and_counts_what_they_are_worth():
    whole = problem(ALL)
    plan = Plan(array("i", [-1, 0]), points=7, method=Method.PRICES, bound=10)

    full = pins.put_back(plan, whole, {0: 1})

    assert (list(full.people), full.points, full.bound) == ([1, 0], 15, 18)
    assert list(plan.people) == [-1, 0]


def test_a_pin_of_somebody_without_a_number_leaves_the_plan_as_it_was_there():
    plan = Plan(array("i", [-1, 0]), points=7, method=Method.WALK)

    full = pins.put_back(plan, problem(ALL), {0: None})

    assert (list(full.people), full.points, full.bound) == ([-1, 0], 7, None)
