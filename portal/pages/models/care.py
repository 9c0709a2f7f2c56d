"""What is kept of how pages are looked after: when each is to be read again, and how links to others answered."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PageReview(models.Model):
    """The day when somebody must have read the page again. It is of the page, whichever version of it is shown.

    A page without a row is to be read a year after it was published last.
    """

    page = models.OneToOneField(Page, models.CASCADE, related_name="review", verbose_name=_("sida"))
    review_by = models.DateField(_("läs igenom senast"), db_index=True)

    class Meta:
        verbose_name = _("genomläsning")
        verbose_name_plural = _("genomläsningar")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.review_by}"


class OutsideLinkQuerySet(models.QuerySet["OutsideLink"]):
    """Questions to the links out of the portal."""

    def broken(self) -> Self:
        """Those that did not answer as they should when last asked."""
        return self.exclude(problem="")

    def unasked(self, *, since: date) -> Self:
        """Those that have not been asked on or after the day."""
        return self.filter(Q(asked_at=None) | Q(asked_at__date__lt=since))


class OutsideLink(models.Model):
    """An address out of the portal, and what was wrong with it when it was last asked."""

    address = models.URLField(_("adress"), max_length=600, unique=True)
    problem = models.CharField(_("fel"), max_length=30, blank=True, help_text="Empty if it answered as it should.")
    asked_at = models.DateTimeField(_("frågad"), null=True)

    objects = OutsideLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("länk ut")
        verbose_name_plural = _("länkar ut")

    def __str__(self) -> str:
        return self.address
