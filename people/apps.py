"""People: who may do what, where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Users, substitutes, workplaces, agreements and roles; every other app speaks of them."""

    name = "people"
    verbose_name = _("Personer")

    def ready(self) -> None:
        """Register the gates of our own models and the password rules."""
        from people import (  # noqa: F401, PLC0415
            gates,
            privacy,
            security_events,
            thinned,
        )
        from people.importing import erased  # noqa: F401, PLC0415 (models must be loaded first)
