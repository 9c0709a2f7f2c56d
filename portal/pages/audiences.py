"""Who may read a page, as editors say it: one row for each group. Without a row everybody may."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from people.models import Area
from people.roles import ROLES

SIGNED_IN, SUBSTITUTE = "signed_in", "substitute"
GROUPS = [
    (SIGNED_IN, _("alla som är inloggade")),
    (SUBSTITUTE, _("vikarier")),
    *((role.code, role.name) for role in ROLES.values()),
]


class Audience(Orderable):
    """A group that may read a page and all below it. What lies below may be narrowed further, never opened."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="audiences")
    group = models.CharField(_("grupp"), max_length=30, choices=GROUPS, default=SIGNED_IN)
    # Protected: were the row to go with its area, the page would be opened to everybody.
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("område"),
        help_text=_("Tomt: i alla områden."),
    )

    panels = [FieldRowPanel([FieldPanel("group"), FieldPanel("area")])]

    class Meta(Orderable.Meta):
        verbose_name = _("grupp som får läsa")
        verbose_name_plural = _("grupper som får läsa")

    def __str__(self) -> str:
        return f"{self.get_group_display()} {self.area or ''}".rstrip()


panel = InlinePanel(
    "audiences",
    heading=_("Vem får läsa?"),
    label=_("Grupp"),
    max_num=10,
    help_text=_(
        "Ingen grupp: alla. Annars får bara grupperna läsa sidan och allt som ligger under den. "
        "Andra får veta att sidan inte finns. Den som bara behöver logga in får göra det. "
        "Ligger sidan under en sida som har grupper gäller de också här."
    ),
)
