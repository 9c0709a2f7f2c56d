"""What browsers have stopped on our pages, because the content policy does not let it in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class Stopped(Identified):
    """A sum: which rule stopped what, from where, on which kind of page, and how often. It tells of nobody."""

    rule = models.CharField(_("regel"), max_length=40)
    source = models.CharField(_("från"), max_length=100, help_text="A host, or inline, eval, data, blob, extension.")
    page = models.CharField(_("sida"), max_length=80, help_text="The name of the route; never an address.")
    times = models.PositiveIntegerField(_("gånger"), default=1)
    first_at = models.DateTimeField(_("första gången"))
    last_at = models.DateTimeField(_("senast"), db_index=True)

    class Meta:
        verbose_name = _("stoppat innehåll")
        verbose_name_plural = _("stoppat innehåll")
        constraints = [models.UniqueConstraint(name="one_sum_of_what_is_stopped", fields=["rule", "source", "page"])]

    def __str__(self) -> str:
        return f"{self.rule} {self.source} {self.page}"
