"""People: who may do what, where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Users, substitutes, workplaces, agreements and roles; every other app speaks of them."""

    name = "people"
    verbose_name = _("Personer")

    def ready(self) -> None:
        """Register the gates of our own models, what is kept of whom, and who hears of a sign-in."""
        # Models must be loaded first.
        from allauth.account.signals import authentication_step_completed, user_logged_in  # noqa: PLC0415
        from allauth.mfa.signals import authenticator_used  # noqa: PLC0415

        from people import gates, mfa, privacy, security_events, strength, thinned  # noqa: F401, PLC0415
        from people.federation import said  # noqa: PLC0415

        authenticator_used.connect(mfa.heard_of, dispatch_uid="mfa.heard_of")
        authentication_step_completed.connect(strength.after_a_step, dispatch_uid="after_a_step")
        user_logged_in.connect(said.keep)
