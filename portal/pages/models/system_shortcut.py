"""The other systems that one needs at work, and the way to each."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from portal.pages.links import WHOLE_ADDRESS
from portal.pages.said import ON_ENGLISH_PAGES


class SystemShortcutQuerySet(models.QuerySet["SystemShortcut"]):
    """Questions to the shortcuts."""

    def listed(self) -> Self:
        """In the order that editors chose."""
        return self.order_by("position", "name")


class SystemShortcut(index.Indexed, models.Model):
    """The way to a system. Changed in one place, shown on every page that names it."""

    name = models.CharField(_("namn"), max_length=60, unique=True, help_text=_("Som de anställda kallar systemet."))
    address = models.CharField(
        _("adress"), max_length=300, validators=[WHOLE_ADDRESS], help_text=_("Med https:// först.")
    )
    about = models.CharField(
        _("vad det är till för"), max_length=100, help_text=_("Till exempel: Se din lönespecifikation.")
    )
    sign_in = models.CharField(_("så loggar man in"), max_length=100, help_text=_("Till exempel: Med e-legitimation."))
    status = models.CharField(
        _("just nu"), max_length=140, blank=True, help_text=_("Till exempel: Stängt för service i kväll.")
    )
    status_until = models.DateTimeField(
        _("visas till"), null=True, blank=True, help_text=_("Sedan försvinner raden av sig själv.")
    )
    name_en = models.CharField(_("namn på engelska"), max_length=60, blank=True, help_text=ON_ENGLISH_PAGES)
    about_en = models.CharField(
        _("vad det är till för, på engelska"), max_length=100, blank=True, help_text=ON_ENGLISH_PAGES
    )
    sign_in_en = models.CharField(
        _("så loggar man in, på engelska"), max_length=100, blank=True, help_text=ON_ENGLISH_PAGES
    )
    status_en = models.CharField(_("just nu, på engelska"), max_length=140, blank=True, help_text=ON_ENGLISH_PAGES)
    position = models.PositiveSmallIntegerField(
        _("plats i listan"), default=10, help_text=_("Lägst nummer står först på startsidan.")
    )

    objects = SystemShortcutQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("address"),
        FieldPanel("about"),
        FieldPanel("sign_in"),
        MultiFieldPanel([FieldPanel(f"{name}_en") for name in ("name", "about", "sign_in")], heading=_("På engelska")),
        MultiFieldPanel(
            [FieldPanel("status"), FieldPanel("status_en"), FieldPanel("status_until")],
            heading=_("Om något är annorlunda"),
        ),
        FieldPanel("position"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("about"),
    ]

    class Meta:
        verbose_name = _("genväg till system")
        verbose_name_plural = _("genvägar till system")
        constraints = [
            models.CheckConstraint(
                name="what_holds_just_now_has_an_end",
                condition=models.Q(status="") | models.Q(status_until__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    def clean(self) -> None:
        """What holds just now is over some time."""
        super().clean()
        if self.status and not self.status_until:
            raise ValidationError({"status_until": gettext("Fyll i när raden ska försvinna.")})
