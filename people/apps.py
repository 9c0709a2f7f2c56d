"""People: who may do what, where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Users, substitutes, workplaces, agreements and roles; every other app speaks of them."""

    name = "people"
    verbose_name = _("Personer")

    def ready(self) -> None:
        """Register the gates of our own models, and what is noted when somebody signs in."""
        from allauth.account.signals import user_logged_in  # noqa: PLC0415

        from people import gates  # noqa: F401, PLC0415
        from people.federation import said  # noqa: PLC0415
        from people.importing import erased  # noqa: F401, PLC0415 (models must be loaded first)

        user_logged_in.connect(said.keep)
