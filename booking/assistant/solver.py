from array import array

from booking.assistant.problem import *


def solve(problem, *, seed=0, effort=None, seconds=None):
    rows = sorted(
        zip(problem.pairs.seat, problem.pairs.person, problem.pairs.points), key=lambda r: (r[0], -r[2], r[1])
    )
    people = array("i", [-1] * len(problem.seats))
    pts = 0
    busy = {i: [(s.starts, s.ends) for s in p.booked] for i, p in enumerate(problem.people)}
    for seat, who, p in rows:
        sh = problem.seats[seat].shift
        if people[seat] >= 0:
            continue
        if any(a - 660 < sh.ends and sh.starts < b + 660 for a, b in busy[who]):
            continue
        people[seat] = who
        pts += p
        busy[who].append((sh.starts, sh.ends))
    return Plan(people, pts, Method.WALK)
