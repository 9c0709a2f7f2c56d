"""Which of the available jobs she looks at: read from the address, where anything may stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from booking.forms.job_choices import WHEN, Choice, Group, groups
from booking.matching.jobs import Job
from people.models import Substitute


@dataclass(frozen=True, slots=True)
class Chip:
    """What is chosen, and the address without it."""

    label: str
    query: str
    jobs: int = 0  # how many there are without it


@dataclass(frozen=True, slots=True)
class JobFilter:
    """The groups with what is chosen in each."""

    jobs: Sequence[Job]
    groups: Sequence[Group]

    @classmethod
    def read(cls, said: QueryDict, jobs: Sequence[Job], me: Substitute, *, today: date) -> "JobFilter":
        """What the address asks for."""
        return cls(jobs, [group.asked(said, jobs) for group in groups(jobs, me, today=today)])

    @property
    def first(self) -> list[Group]:
        """What is asked most: when. With nothing to tell apart it is not offered."""
        return [group for group in self.groups if group.name == WHEN and group.offered]

    @property
    def others(self) -> list[Group]:
        """The other groups that tell some jobs from others."""
        return [group for group in self.groups if group.name != WHEN and group.offered]

    @property
    def shown(self) -> list[Job]:
        """The jobs that all groups let through."""
        return self._without(None)

    @property
    def query(self) -> str:
        """The choices as they stand in an address."""
        return _query((group.name, group.values) for group in self.groups)

    @property
    def chips(self) -> list[Chip]:
        """Each choice that is made."""
        return [Chip(choice.label, self._query_without(group, choice)) for group, choice in self._made()]

    @property
    def ways_out(self) -> list[Chip]:
        """The groups that hide every job by themselves, that which hides most first."""
        found = [
            Chip(", ".join(choice.label for choice in group.chosen), self._query_without(group), len(jobs))
            for group in self.groups
            if group.chosen and (jobs := self._without(group))
        ]
        return sorted(found, key=lambda chip: -chip.jobs)

    def _made(self) -> Iterator[tuple[Group, Choice]]:
        return ((group, choice) for group in self.groups for choice in group.chosen)

    def _without(self, left_out: Group | None) -> list[Job]:
        asked = [group for group in self.groups if group is not left_out]
        return [job for job in self.jobs if all(group.holds(job) for group in asked)]

    def _query_without(self, left_out: Group, only: Choice | None = None) -> str:
        """Without the group, or without one choice of it."""
        kept = [choice.value for choice in left_out.chosen if only not in {None, choice}]
        return _query((group.name, kept if group is left_out else group.values) for group in self.groups)


def _query(said: Iterable[tuple[str, Sequence[str]]]) -> str:
    return urlencode([(name, value) for name, values in said for value in values])
