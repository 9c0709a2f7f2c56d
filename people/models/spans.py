"""Rows that hold from one moment to another, half-open, the end possibly not known."""

from datetime import datetime
from typing import Protocol, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Span(Protocol):
    """Anything with two moments: `[starts, ends)`, both aware."""

    @property
    def starts(self) -> datetime: ...
    @property
    def ends(self) -> datetime: ...


Row = TypeVar("Row", bound=models.Model, covariant=True)


class ValiditySet(models.QuerySet[Row]):
    """Questions to rows with a validity."""

    def touching(self, span: Span) -> Self:
        """Those that are in force at some moment of the span."""
        return self.filter(Q(ends=None) | Q(ends__gt=span.starts), starts__lt=span.ends)

    def not_over(self, *, now: datetime) -> Self:
        """Those that are in force, or are to be."""
        return self.filter(Q(ends=None) | Q(ends__gt=now))

    def in_force(self, span: Span) -> Self:
        """Those that alone are in force over the whole span."""
        return self.filter(Q(ends=None) | Q(ends__gte=span.ends), starts__lte=span.starts)


class Validity(models.Model):
    """From and including `starts`, up to `ends`; no end means until further notice."""

    starts = models.DateTimeField(_("gäller från"))
    ends = models.DateTimeField(_("gäller till"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_ends_after_it_starts", condition=Q(ends=None) | Q(ends__gt=F("starts"))
            )
        ]
