"""What the available jobs can be chosen by: when, where, as what, how far.

A group of choices that would hide nothing is not offered; what is not known is as if it were not there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import QueryDict
from django.template.defaultfilters import capfirst
from django.utils.translation import gettext as _

from booking.matching.jobs import Job
from booking.matching.parts_of_day import Part, parts_of
from booking.weeks import Week, local_day
from people.models import Substitute

WHEN = "nar"
KILOMETRES = (5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a group, and the jobs that it lets through."""

    value: str
    label: str
    holds: Callable[[Job], bool]


@dataclass(frozen=True, slots=True)
class Group:
    """Choices of one kind: a job is shown if one of the chosen holds, or none is chosen."""

    name: str
    legend: str
    choices: Sequence[Choice]
    many: bool = True  # several may be chosen
    chosen: Sequence[Choice] = ()
    offered: Sequence[Choice] = ()  # those that tell some jobs from others

    @property
    def values(self) -> list[str]:
        """The values that are chosen."""
        return [choice.value for choice in self.chosen]

    def holds(self, job: Job) -> bool:
        """Whether the job is let through."""
        return not self.chosen or any(choice.holds(job) for choice in self.chosen)

    def asked(self, said: QueryDict, jobs: Sequence[Job]) -> "Group":
        """With what the address says, and what is worth offering for these jobs."""
        values = set(said.getlist(self.name) if self.many else said.getlist(self.name)[-1:])
        chosen = [choice for choice in self.choices if choice.value in values]
        found = {choice.value: sum(map(choice.holds, jobs)) for choice in self.choices}
        splits = any(0 < number < len(jobs) for number in found.values())
        most = len(jobs) if self.many else len(jobs) - 1
        offered = [one for one in self.choices if one in chosen or (splits and 0 < found[one.value] <= most)]
        return replace(self, chosen=chosen, offered=offered)


def groups(jobs: Sequence[Job], me: Substitute, *, today: date) -> list[Group]:
    """All that could be asked of these jobs."""
    return [
        when(today),
        Group("kan", "", [Choice("1", _("Bara jobb jag kan ta"), lambda job: job.verdict.possible)]),
        Group("passar", "", [Choice("1", _("Bara jobb som passar min tid"), lambda job: job.fits_her_time)]),
        Group("resurs", "", [Choice("1", _("Passar min resurstid"), lambda job: job.resource is not None)]),
        Group("onskade", "", [Choice("1", _("Arbetsplatser jag vill till"), lambda job: job.at_wished_place)]),
        part_of_day(),
        Group("plats", _("Arbetsplats"), _each(jobs, lambda job: (job.order.workplace_id, job.order.workplace.name))),
        Group("yrke", _("Yrke"), _each(jobs, lambda job: (job.order.occupation_id, job.order.occupation.name))),
        how_far(me),
    ]


def when(today: date) -> Group:
    """By the day the shift begins."""
    week = Week.of(today)

    def begins(first: date, last: date) -> Callable[[Job], bool]:
        return lambda job: first <= local_day(job.order.starts) <= last

    choices = [
        Choice("i-dag", _("I dag"), begins(today, today)),
        Choice("i-morgon", _("I morgon"), begins(today + timedelta(days=1), today + timedelta(days=1))),
        Choice("veckan", _("Den här veckan"), begins(week.monday, week.sunday)),
        Choice("nasta-vecka", _("Nästa vecka"), begins(week.after.monday, week.after.sunday)),
    ]
    return Group(WHEN, _("När"), choices, many=False)


def part_of_day() -> Group:
    """By the shift's hours."""
    words = {Part.MORNING: _("Morgon"), Part.DAY: _("Dag"), Part.EVENING: _("Kväll"), Part.NIGHT: _("Natt")}

    def within(part: Part) -> Callable[[Job], bool]:
        return lambda job: part in parts_of(job.order.period)

    return Group("tid", _("Tid på dygnet"), [Choice(part.value, words[part], within(part)) for part in Part])


def how_far(me: Substitute) -> Group:
    """By the distance from where she lives; a job whose distance nobody knows is within none."""

    def within(most: int) -> Callable[[Job], bool]:
        return lambda job: job.kilometres is not None and job.kilometres <= most

    choices = [Choice(str(km), _("%(km)s km") % {"km": km}, within(km)) for km in KILOMETRES]
    if own := me.farthest_km:
        choices.append(Choice("mitt", _("Mitt val, %(km)s km") % {"km": own}, within(own)))
    return Group("km", _("Högst så långt bort"), choices if me.locality_id else [], many=False)


def _each(jobs: Iterable[Job], named: Callable[[Job], tuple[object, str]]) -> list[Choice]:
    """A choice for each thing that the jobs differ by, by name."""
    found = {str(key): name for key, name in map(named, jobs)}

    def of(wanted: str) -> Callable[[Job], bool]:
        return lambda job: str(named(job)[0]) == wanted

    return [Choice(key, capfirst(name), of(key)) for key, name in sorted(found.items(), key=lambda item: item[1])]
