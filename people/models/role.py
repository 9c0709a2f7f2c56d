"""Who has which role, and where."""

from collections.abc import Collection
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.workplace import Area, Workplace
from people.roles import ROLES, Reach, Role


def _codes(reach: Reach) -> list[str]:
    return [role.code for role in ROLES.values() if role.reach is reach]


class RoleAssignmentQuerySet(models.QuerySet["RoleAssignment"]):
    """Questions to the assignments."""

    def granting(self, actions: Collection[str]) -> Self:
        """Those whose role may do at least one of the actions."""
        codes = [role.code for role in ROLES.values() if role.actions & set(actions)]
        return self.filter(role__in=codes)


class RoleAssignment(Identified):
    """A user has a role at a workplace, in an area, or in the whole municipality, as the role's reach says."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("roll"), max_length=30, choices=[(role.code, role.name) for role in ROLES.values()])
    area = models.ForeignKey(Area, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("område"))
    workplace = models.ForeignKey(
        Workplace, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("arbetsplats")
    )
    source = models.CharField(
        max_length=50,
        blank=True,
        editable=False,
        help_text="The identity provider whose groups gave it, and take it back; empty where a person did.",
    )

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("rolltilldelning")
        verbose_name_plural = _("rolltilldelningar")
        constraints = [
            models.CheckConstraint(
                name="a_role_is_given_for_its_reach",
                condition=Q(role__in=_codes(Reach.WORKPLACE), workplace__isnull=False, area=None)
                | Q(role__in=_codes(Reach.AREA), workplace=None, area__isnull=False)
                | Q(role__in=_codes(Reach.MUNICIPALITY), workplace=None, area=None),
            ),
            *(
                models.UniqueConstraint(name=name, fields=["user", "role", *place], condition=condition)
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
    def definition(self) -> Role:
        """What the role may do."""
        return ROLES[self.role]
