"""What readers say of a page: whether it helped, and what they write to that."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

AT_MOST = 1000  # characters


class Said(models.Model):
    """Something that came in. Nothing tells from whom: neither an account nor an address."""

    command = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("när"))
    language = models.CharField(_("språk"), max_length=8)
    handled_at = models.DateTimeField(_("hanterad"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hanterad av"),
    )

    wagtail_reference_index_ignore = True  # what is said of a page is no use of it

    class Meta:
        abstract = True


class AnswerQuerySet(models.QuerySet["PageAnswer"]):
    """Questions to the answers."""

    def with_words(self) -> Self:
        """Those with a comment, what waits first, then the latest."""
        waits_first = models.F("handled_at").asc(nulls_first=True)
        return self.exclude(comment="").order_by(waits_first, "-at", "-pk")


class PageAnswer(Said):
    """Ja or Nej to "Hjälpte informationen dig?". The comment is forgotten after a time, the answer is not."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("sida"))
    helped = models.BooleanField(_("hjälpte"))
    comment = models.TextField(_("kommentar"), max_length=AT_MOST, blank=True)
    variant = models.CharField(_("variant"), max_length=20, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar om en sida")
        verbose_name_plural = _("svar om sidor")
        default_permissions = ()
        indexes = [models.Index(fields=["page", "at"], name="answers_of_a_page")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.at:%Y-%m-%d}"
