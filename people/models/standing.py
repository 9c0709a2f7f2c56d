"""Where a substitute stands with a workplace: introduced, shown a records check, blocked, wanted again."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.spans import Validity, ValiditySet
from people.models.substitute import Substitute
from people.models.workplace import RecordsCheckKind, Workplace


class Introduction(Identified):
    """That a substitute has been introduced at a workplace."""

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="introductions", verbose_name=_("vikarie"))
    workplace = models.ForeignKey(Workplace, models.CASCADE, related_name="+", verbose_name=_("arbetsplats"))
    given_on = models.DateField(_("dag"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("noterad av")
    )

    class Meta:
        verbose_name = _("introduktion")
        verbose_name_plural = _("introduktioner")
        constraints = [
            models.UniqueConstraint(name="one_introduction_per_workplace", fields=["workplace", "substitute"])
        ]
        indexes = [models.Index(fields=["substitute"], name="introduction_of_substitute")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.workplace}"


class RecordsCheck(Identified, Validity):
    """That an extract from the police records has been shown, and what was decided: never the extract itself.

    `starts` is when it was shown, `ends` when it no longer counts.
    """

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="records_checks", verbose_name=_("vikarie"))
    kind = models.CharField(_("slag"), max_length=20, choices=RecordsCheckKind)
    issued_on = models.DateField(_("utfärdat"))
    fit = models.BooleanField(_("lämplig"), default=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("kontrollerat av")
    )

    objects = ValiditySet["RecordsCheck"].as_manager()

    class Meta(Validity.Meta):
        verbose_name = _("registerkontroll")
        verbose_name_plural = _("registerkontroller")
        indexes = [models.Index(fields=["substitute", "kind", "ends"], name="records_check_of_substitute")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.get_kind_display()}"


class BlockQuerySet(models.QuerySet["Block"]):
    """Questions to the blocks."""

    def in_force(self) -> Self:
        """Those that nobody has lifted."""
        return self.filter(lifted_at=None)


class Block(Identified):
    """A substitute is never to be at a workplace; either side may ask for it, and each lifts its own."""

    class AskedBy(models.TextChoices):
        SUBSTITUTE = "substitute", _("vikarien")
        WORKPLACE = "workplace", _("arbetsplatsen")

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="blocks", verbose_name=_("vikarie"))
    workplace = models.ForeignKey(Workplace, models.CASCADE, related_name="blocks", verbose_name=_("arbetsplats"))
    asked_by = models.CharField(_("på begäran av"), max_length=10, choices=AskedBy)
    reason = models.CharField(_("skäl"), max_length=200)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("spärrad av")
    )
    made_at = models.DateTimeField(_("spärrad"))
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("hävd av")
    )
    lifted_at = models.DateTimeField(_("hävd"), null=True, blank=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("spärr")
        verbose_name_plural = _("spärrar")
        constraints = [
            models.UniqueConstraint(
                name="one_block_in_force_of_each_side",
                fields=["workplace", "substitute", "asked_by"],
                condition=Q(lifted_at=None),
            )
        ]
        indexes = [models.Index(fields=["substitute"], name="block_of_substitute")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.workplace}"


class Favourite(Identified):
    """A workplace would like this substitute again."""

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="+", verbose_name=_("vikarie"))
    workplace = models.ForeignKey(Workplace, models.CASCADE, related_name="favourites", verbose_name=_("arbetsplats"))
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("vald av"))
    chosen_at = models.DateTimeField(_("vald"))

    class Meta:
        verbose_name = _("favorit")
        verbose_name_plural = _("favoriter")
        constraints = [models.UniqueConstraint(name="one_favourite_per_workplace", fields=["workplace", "substitute"])]

    def __str__(self) -> str:
        return f"{self.workplace}: {self.substitute}"
