"""Who has which role, and where."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.days import day_of
from people.grants import REGISTER
from people.models.identified import Identified
from people.models.user import let_in
from people.models.workplace import Area, Workplace
from people.roles import ROLES, Reach, Role

SHORTEST = timedelta(microseconds=1)


def _counts(now: datetime, of: str = "") -> Q:
    """In force by its own days; `of` leads to the role that is asked about."""
    begun = Q(**{f"{of}starts": None}) | Q(**{f"{of}starts__lte": now})
    return begun & (Q(**{f"{of}ends": None}) | Q(**{f"{of}ends__gt": now}))


def role_for_its_reach(roles: Sequence[Role]) -> Q:
    """Each of the roles is given at a workplace, in an area or in the whole municipality, as its reach says."""
    codes = {reach: [role.code for role in roles if role.reach is reach] for reach in Reach}
    return (
        Q(role__in=codes[Reach.WORKPLACE], workplace__isnull=False, area=None)
        | Q(role__in=codes[Reach.AREA], workplace=None, area__isnull=False)
        | Q(role__in=codes[Reach.MUNICIPALITY], workplace=None, area=None)
    )


class RoleAssignmentQuerySet(models.QuerySet["RoleAssignment"]):
    """Questions to the assignments."""

    def in_force(self, *, now: datetime) -> Self:
        """Those that count now; what somebody does in another's place also ends with the role that it is of."""
        hers = Q(delegated_from=None) | (_counts(now, "delegated_from__") & let_in(now, "delegated_from__user__"))
        return self.filter(_counts(now), hers)

    def over(self, *, now: datetime) -> Self:
        """Those whose last day has passed."""
        return self.filter(ends__lte=now)

    def delegated(self) -> Self:
        """Those that somebody has in another's place."""
        return self.filter(delegated_from__isnull=False)

    def granting(self, actions: Collection[str], *, now: datetime) -> Self:
        """Those in force whose role may do at least one of the actions."""
        codes = [role.code for role in ROLES.values() if role.actions & set(actions)]
        return self.in_force(now=now).filter(role__in=codes)


class RoleAssignment(Identified):
    """A user has a role at a workplace, in an area, or in the whole municipality, as the role's reach says.

    With `delegated_from` she has it in the place of whoever has that role, for as long as it is said.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("roll"), max_length=30, choices=[(role.code, role.name) for role in ROLES.values()])
    area = models.ForeignKey(Area, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("område"))
    workplace = models.ForeignKey(
        Workplace, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("arbetsplats")
    )
    starts = models.DateTimeField(_("gäller från"), null=True, blank=True, help_text=_("Tomt: från början."))
    ends = models.DateTimeField(_("gäller till"), null=True, blank=True, help_text=_("Tomt: tills vidare."))
    delegated_from = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="delegations", verbose_name=_("i stället för")
    )
    source = models.CharField(
        max_length=50,
        blank=True,
        editable=False,
        help_text="What gave it, and takes it back: an identity provider's id, or the register; empty is a person.",
    )

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("rolltilldelning")
        verbose_name_plural = _("rolltilldelningar")
        constraints = [
            models.CheckConstraint(
                name="a_role_is_given_for_its_reach", condition=role_for_its_reach([*ROLES.values()])
            ),
            models.CheckConstraint(
                name="a_role_ends_after_it_starts", condition=Q(starts=None) | Q(ends=None) | Q(ends__gt=F("starts"))
            ),
            models.CheckConstraint(
                name="a_role_in_anothers_place_has_its_days",
                condition=Q(delegated_from=None) | Q(starts__isnull=False, ends__isnull=False),
            ),
            *(
                models.UniqueConstraint(
                    name=name, fields=["user", "role", *place], condition=condition & Q(delegated_from=None)
                )
                for name, place, condition in (
                    ("one_assignment_per_role_and_area", ["area"], Q(area__isnull=False)),
                    ("one_assignment_per_role_and_workplace", ["workplace"], Q(workplace__isnull=False)),
                    ("one_assignment_per_role_in_the_municipality", [], Q(area=None, workplace=None)),
                )
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.definition.name} {self.workplace or self.area or ''}".rstrip()

    @property
    def by_register(self) -> bool:
        """Whether it follows the register."""
        return self.source == REGISTER

    @property
    def first_day(self) -> date | None:
        """The day that it counts from, if there is one."""
        return day_of(self.starts) if self.starts else None

    @property
    def last_day(self) -> date | None:
        """The last day that it counts, if there is one."""
        return day_of(self.ends - SHORTEST) if self.ends else None

    @property
    def definition(self) -> Role:
        """What the role may do."""
        return ROLES[self.role]
