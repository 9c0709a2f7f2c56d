"""The municipality's register of its staff: who is who there, what their duties mean here, and each reading of it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.reading import ReadingSet
from people.models.role import role_for_its_reach
from people.models.workplace import Area, Workplace
from people.roles import ROLES, SYSTEM_OWNER

KEPT_FOR = timedelta(hours=24)
LONGEST_KEY = 64
GIVEN_BY_DUTY = [role for role in ROLES.values() if role is not SYSTEM_OWNER]
"""Whoever may change all else is named by hand."""


class RegisteredPerson(models.Model):
    """Somebody whom the register knows by a key of its own, which stays when her name and her address do not."""

    key = models.CharField(_("id i registret"), max_length=LONGEST_KEY, primary_key=True)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="registered")
    seen_at = models.DateTimeField(_("senast i registret"))

    class Meta:
        verbose_name = _("person i registret")
        verbose_name_plural = _("personer i registret")

    def __str__(self) -> str:
        return f"{self.user}"


class DutyRule(Identified):
    """What a duty gives here: a role, at a workplace or in an area. Without an organisation it is any."""

    duty_role = models.CharField(
        _("tjänstgöringens roll"), max_length=60, help_text=_("Som i registret, till exempel Rektor.")
    )
    organisation = models.CharField(
        _("organisation"),
        max_length=64,
        blank=True,
        help_text=_("Organisationskod, skolenhetskod eller id. Tomt: alla."),
    )
    role = models.CharField(_("roll"), max_length=30, choices=[(role.code, role.name) for role in GIVEN_BY_DUTY])
    area = models.ForeignKey(Area, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("område"))
    workplace = models.ForeignKey(
        Workplace, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("arbetsplats")
    )

    class Meta:
        verbose_name = _("tjänstgöring som ger en roll")
        verbose_name_plural = _("tjänstgöringar som ger roller")
        constraints = [
            models.CheckConstraint(
                name="a_duty_gives_a_role_for_its_reach", condition=role_for_its_reach(GIVEN_BY_DUTY)
            )
        ]

    def __str__(self) -> str:
        return f"{self.duty_role} {self.organisation}".strip()


class StaffImportQuerySet(ReadingSet["StaffImport"]):
    """Questions to the readings."""

    kept_for = KEPT_FOR


class StaffImport(Identified):
    """What was read of the staff, a row for each person. Whoever is not in one that is `whole` has left."""

    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("läst av")
    )
    read_at = models.DateTimeField(_("läst"))
    filename = models.CharField(_("fil eller adress"), max_length=200)
    whole = models.BooleanField(_("hela registret"), default=False)
    rows = models.JSONField(default=list, help_text="One object per person, as people.importing.staff.wanted says.")
    ordered_at = models.DateTimeField(_("beställd"), null=True, blank=True)
    applied_at = models.DateTimeField(_("genomförd"), null=True, blank=True)
    outcome = models.JSONField(default=dict, help_text="How many people were new, changed, alike, faulty and closed.")

    objects = StaffImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("inläsning av personal")
        verbose_name_plural = _("inläsningar av personal")

    def __str__(self) -> str:
        return f"{self.filename} {self.read_at:%Y-%m-%d %H:%M}"
