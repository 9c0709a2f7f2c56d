"""What if: a plan for some days that a planner may change, solve anew, and accept in whole or in part."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.models.assistant import AssistantRun
from booking.models.booking import Booking
from booking.models.order import Order
from people.models import Area, Substitute
from people.models.identified import Identified


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Questions to the proposals."""

    def open(self) -> Self:
        """Those that somebody may still work on."""
        return self.filter(closed_at=None)


class Proposal(Identified):
    """Whom the open orders of some days could go to; nothing of it holds until a line is accepted.

    `plans` are the last two times it was solved, the latest last: `filled`, `whom` by order (keys, nobody as null), and
    the `version` that it made.
    """

    class Among(models.TextChoices):
        TIME = "time", _("bara de som har lagt in tid")
        ALL = "all", _("alla som kan")

    areas = models.ManyToManyField(Area, related_name="+", verbose_name=_("områden"))
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"))
    run = models.OneToOneField(
        AssistantRun, models.SET_NULL, null=True, blank=True, related_name="proposal", verbose_name=_("körning")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("gjort av")
    )
    made_at = models.DateTimeField(_("gjort"))
    command = models.CharField(max_length=60, unique=True, editable=False, help_text="The key of the form.")
    solved_at = models.DateTimeField(_("löst"), null=True, blank=True)
    closed_at = models.DateTimeField(_("stängt"), null=True, blank=True)
    among = models.CharField(_("bland"), max_length=4, choices=Among, default=Among.TIME)
    plans = models.JSONField(default=list, blank=True, help_text="The last two times it was solved.")
    version = models.PositiveIntegerField(default=1, help_text="Rises with each change; an old page is told so.")
    method = models.CharField(max_length=10, blank=True, help_text="Of `assistant.problem.Method`.")
    points = models.BigIntegerField(_("poäng"), default=0)
    bound = models.BigIntegerField(_("övre gräns"), null=True, blank=True)
    wanted = models.JSONField(default=list, blank=True, help_text="What one more substitute would fill: `wanted`.")

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("förslag")
        verbose_name_plural = _("förslag")
        constraints = [
            models.CheckConstraint(name="a_proposal_has_days", condition=Q(last_day__gte=F("first_day"))),
        ]

    def __str__(self) -> str:
        return f"{self.first_day}–{self.last_day}"


class ProposalLineQuerySet(models.QuerySet["ProposalLine"]):
    """Questions to the lines."""

    def to_decide(self) -> Self:
        """Those that name somebody, and that nobody has accepted or put aside."""
        return self.filter(state=ProposalLine.State.PROPOSED, substitute__isnull=False)

    def for_a_list(self) -> Self:
        """With what every list shows of them, soonest first."""
        rows = self.select_related("order__workplace__area", "order__occupation", "order__reason", "substitute__user")
        return rows.order_by("order__starts", "order__pk")


class ProposalLine(Identified):
    """One order of a proposal, and whom it would go to; nobody if it would be left."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("förslag")
        ACCEPTED = "accepted", _("godkänd")
        REFUSED = "refused", _("gick inte")
        DROPPED = "dropped", _("borttagen ur förslaget")

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="lines", verbose_name=_("förslag"))
    order = models.ForeignKey(Order, models.CASCADE, related_name="+", verbose_name=_("beställning"))
    substitute = models.ForeignKey(
        Substitute, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("vikarie")
    )
    terms_version = models.PositiveIntegerField(null=True, blank=True, help_text="Of the order, as it was thought of.")
    pinned = models.BooleanField(_("låst"), default=False, help_text="Set by hand; solving anew leaves it.")
    forbidden = models.ManyToManyField(Substitute, blank=True, related_name="+", verbose_name=_("inte dessa"))
    state = models.CharField(_("läge"), max_length=10, choices=State, default=State.PROPOSED)
    refusal = models.CharField(_("varför inte"), max_length=500, blank=True)
    booking = models.ForeignKey(
        Booking, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("bokning")
    )
    why = models.JSONField(default=dict, help_text="See `assistant.why`.")

    objects = ProposalLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("rad i förslag")
        verbose_name_plural = _("rader i förslag")
        constraints = [
            models.UniqueConstraint(name="one_line_per_order_and_proposal", fields=["proposal", "order"]),
            models.CheckConstraint(
                name="what_is_pinned_names_somebody", condition=Q(pinned=False) | Q(substitute__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.order}"
