"""Who is measured: each answers a problem with a plan, and imports what it needs as it is asked."""

from booking.assistant.problem import Plan, Problem

PUBLIC_SECONDS = 60.0


def answer(name: str, problem: Problem) -> Plan:
    """`walk`, `public`, or ours by its effort, with seconds after a colon as in `thorough:5`."""
    if name == "walk":
        from benchmarks.assistant.walk import walk  # noqa: PLC0415

        return walk(problem)
    if name == "public":
        from benchmarks.assistant.public import public  # noqa: PLC0415 (ortools is large, and bears no other beside it)

        return public(problem, PUBLIC_SECONDS)
    from booking.assistant.solver import Effort, solve  # noqa: PLC0415 (only where it is measured)

    effort, _colon, seconds = name.partition(":")
    return solve(problem, effort=Effort[effort.upper()], seconds=float(seconds) if seconds else None)
