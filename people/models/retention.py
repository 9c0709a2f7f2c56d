"""For how long what is known of people is kept, by whose decision, and what was taken away because of it."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.data_map import BY_DECISION
from people.days import months_before
from people.models.identified import Identified


class RetentionRuleQuerySet(models.QuerySet["RetentionRule"]):
    """Questions to the rules."""

    def in_force(self) -> Self:
        """Those that no other has taken the place of."""
        return self.filter(ended_at=None)


class RetentionRule(Identified):
    """That a kind of data goes after so many months, as was decided. A rule is replaced by another, never changed."""

    kind = models.CharField(_("slag"), max_length=20, choices=[(kind.value, kind.label) for kind in BY_DECISION])
    months = models.PositiveSmallIntegerField(_("månader"))
    decision = models.CharField(_("beslutets nummer"), max_length=60)
    decided_on = models.DateField(_("beslutat"))
    decided_by = models.CharField(_("beslutat av"), max_length=120)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("inlagd av"))
    made_at = models.DateTimeField(_("inlagd"))
    ended_at = models.DateTimeField(_("slutade gälla"), null=True, blank=True)

    objects = RetentionRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("gallringsregel")
        verbose_name_plural = _("gallringsregler")
        constraints = [
            models.UniqueConstraint(name="one_retention_rule_of_a_kind", fields=["kind"], condition=Q(ended_at=None)),
            models.CheckConstraint(name="a_retention_rule_rests_on_a_decision", condition=~Q(decision="")),
            models.CheckConstraint(name="nothing_goes_before_a_month", condition=Q(months__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.months}"

    def before(self, *, at: datetime) -> datetime:
        """What is older than this is to go."""
        return months_before(at, self.months)


class RetentionRunQuerySet(models.QuerySet["RetentionRun"]):
    """Questions to the runs."""

    def under_way(self) -> Self:
        """Those that have more to do."""
        return self.filter(done_at=None)


class RetentionRun(Identified):
    """The record of one thinning: by which decision, of what, how many. It outlives what it took."""

    rule = models.ForeignKey(RetentionRule, models.PROTECT, related_name="runs", verbose_name=_("regel"))
    before = models.DateTimeField(_("äldre än"))
    began_at = models.DateTimeField(_("började"))
    done_at = models.DateTimeField(_("klar"), null=True, blank=True)
    rows = models.JSONField(_("antal"), default=dict, help_text="How many, by the code of what they are.")
    left = models.JSONField(default=list, help_text="The keys of those that could not go, and are not tried again.")

    objects = RetentionRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("gallring")
        verbose_name_plural = _("gallringar")
        constraints = [
            models.UniqueConstraint(name="one_run_of_a_rule_at_a_time", fields=["rule"], condition=Q(done_at=None))
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.began_at:%Y-%m-%d}"
