"""Whom to ask, and when they answer."""

from typing import Any, Self

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, EmailBlock, RegexBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import PreviewableMixin
from wagtail.search import index

from portal.pages import cards
from portal.pages.hours_blocks import HoursBlock, OtherHoursBlock
from portal.pages.models.preview_sizes import PREVIEW_SIZES
from portal.pages.opening_hours import Interval, Schedule
from portal.pages.said import ON_ENGLISH_PAGES

TELEPHONE_NUMBER = r"^[+0][\d -]{5,18}$"
SHOWN_TO_ALL = _("Visas för alla, också utan inloggning.")
WRITE_DIGITS = _("Skriv numret med siffror, till exempel 0980-319 210.")


class PersonBlock(StructBlock):
    """Somebody there, by name."""

    name = CharBlock(max_length=60, label=_("Namn"), help_text=_("Förnamn och efternamn."))
    task = CharBlock(required=False, max_length=60, label=_("Arbetar med"), help_text=_("Till exempel hemtjänst."))
    phone = RegexBlock(
        TELEPHONE_NUMBER,
        required=False,
        max_length=20,
        label=_("Telefon"),
        help_text=SHOWN_TO_ALL,
        error_messages={"invalid": WRITE_DIGITS},
    )
    email = EmailBlock(required=False, label=_("E-post"), help_text=SHOWN_TO_ALL)

    class Meta:
        icon = "user"
        label = _("Person")
        label_format = "{name}"


class ColleagueBlock(PersonBlock):
    """Somebody there, whose task is told in both languages."""

    task_en = CharBlock(required=False, max_length=60, label=_("Arbetar med, på engelska"), help_text=ON_ENGLISH_PAGES)


class ContactQuerySet(models.QuerySet["Contact"]):
    """Questions to the contacts."""

    def listed(self) -> Self:
        """In the order that editors chose."""
        return self.order_by("position", "name")


class Contact(PreviewableMixin, index.Indexed, models.Model):
    """A unit that answers questions. Changed in one place, shown on every page that names it.

    Hours and people are kept in the row itself: a card is one query, whatever it shows.
    """

    name = models.CharField(_("namn"), max_length=60, unique=True, help_text=_("Till exempel Bemanningen."))
    about = models.CharField(
        _("hjälper med"), max_length=100, blank=True, help_text=_("Till exempel pass, bokningar och tillgänglighet.")
    )
    name_en = models.CharField(_("namn på engelska"), max_length=60, blank=True, help_text=ON_ENGLISH_PAGES)
    about_en = models.CharField(_("hjälper med, på engelska"), max_length=100, blank=True, help_text=ON_ENGLISH_PAGES)
    phone = models.CharField(
        _("telefon"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(TELEPHONE_NUMBER, WRITE_DIGITS)],
        help_text=_("Med riktnummer, till exempel 0980-319 210."),
    )
    email = models.EmailField(_("e-post"), blank=True, help_text=_("En adress som flera läser."))
    hours = StreamField(
        [("days", HoursBlock())],
        blank=True,
        max_num=7,
        verbose_name=_("öppettider"),
        help_text=_("En rad för de dagar som har samma tider. Dagar utan rad är stängda."),
    )
    exceptions = StreamField(
        [("date", OtherHoursBlock())],
        blank=True,
        max_num=40,
        verbose_name=_("andra tider vissa datum"),
        help_text=_("Till exempel röda dagar. Visas tre veckor i förväg."),
    )
    people = StreamField(
        [("person", ColleagueBlock())],
        blank=True,
        max_num=30,
        verbose_name=_("personer"),
        help_text=_("De som svarar, i den ordning de ska visas. Fråga dem först."),
    )
    position = models.PositiveSmallIntegerField(
        _("plats i listan"), default=10, help_text=_("Lägst nummer står först på kontaktsidan.")
    )

    objects = ContactQuerySet.as_manager()
    preview_sizes = PREVIEW_SIZES

    panels = [
        FieldPanel("name"),
        FieldPanel("about"),
        MultiFieldPanel([FieldPanel("name_en"), FieldPanel("about_en")], heading=_("På engelska")),
        MultiFieldPanel([FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])], heading=_("Så når man er")),
        FieldPanel("hours"),
        FieldPanel("exceptions"),
        FieldPanel("people"),
        FieldPanel("position"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("about"),
        index.SearchField("people"),
    ]

    class Meta:
        verbose_name = _("kontakt")
        verbose_name_plural = _("kontakter")

    def __str__(self) -> str:
        return str(self.name)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Its card by itself."""
        return "pages/contact_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """As it would look now."""
        return {"request": request, "card": cards.card(self, at=timezone.now())}  # noqa: TID251 (as a view would)

    def schedule(self) -> Schedule:
        """When it is open."""
        weekly: dict[int, list[Interval]] = {}
        for row in self.hours:
            for weekday in row.value.weekdays:
                weekly.setdefault(weekday, []).extend(row.value.intervals)
        return Schedule(weekly, {row.value["date"]: row.value.intervals for row in self.exceptions})
