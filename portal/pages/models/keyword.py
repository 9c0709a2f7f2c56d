"""What editors know of how people search: words that mean the same, and the page that answers best."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Page


class Keyword(ClusterableModel):
    """Words that mean the same to whoever searches."""

    words = models.CharField(
        _("ord som betyder samma sak"),
        max_length=300,
        help_text=_("Med komma emellan. Den som söker på ett av dem hittar det som står under alla."),
    )

    panels = [
        FieldPanel("words"),
        InlinePanel(
            "best",
            max_num=3,
            heading=_("Bästa träffar"),
            label=_("Sida"),
            help_text=_("Visas överst när någon söker på just ett av orden. Bara för den som får se sidan."),
        ),
    ]

    class Meta:
        verbose_name = _("sökord")
        verbose_name_plural = _("sökord")

    def __str__(self) -> str:
        return str(self.words)


class BestHit(Orderable):
    """A page that stands first when its keyword is sought."""

    keyword = ParentalKey(Keyword, related_name="best", on_delete=models.CASCADE)
    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("sida"))

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("bästa träff")
        verbose_name_plural = _("bästa träffar")

    def __str__(self) -> str:
        return str(self.page)
