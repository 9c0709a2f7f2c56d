"""A list as somebody wants to find it again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class SavedView(Identified):
    """One's own name for what a list was narrowed to."""

    class Of(models.TextChoices):
        ORDERS = "orders", _("beställningar")
        SUBSTITUTES = "substitutes", _("vikarier")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_views", verbose_name=_("användare")
    )
    of = models.CharField(_("lista"), max_length=20, choices=Of)
    name = models.CharField(_("namn"), max_length=60)
    query = models.CharField(max_length=1000, blank=True, help_text="What stands after the ? in the list's address.")
    made_at = models.DateTimeField(_("sparad"))

    class Meta:
        verbose_name = _("sparad vy")
        verbose_name_plural = _("sparade vyer")
        constraints = [models.UniqueConstraint(name="one_saved_view_per_name", fields=["user", "of", "name"])]

    def __str__(self) -> str:
        return self.name
