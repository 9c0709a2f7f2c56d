"""People: who may do what, where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Users, substitutes, workplaces, agreements and roles; every other app speaks of them."""

    name = "people"
    verbose_name = _("Personer")

    def ready(self) -> None:
        """Register the gates of our own models, the password rules, and what a session keeps of a sign-in."""
        from allauth.account.signals import authentication_step_completed  # noqa: PLC0415

        from people import gates, strength  # noqa: F401, PLC0415
        from people.importing import erased  # noqa: F401, PLC0415 (models must be loaded first)

        authentication_step_completed.connect(strength.after_a_step, dispatch_uid="after_a_step")
