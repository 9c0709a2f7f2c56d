"""The project package, as an app: its checks, its components, its commands."""

from allauth.account import signals as of_allauth
from django.apps import AppConfig
from django.contrib.auth import signals as of_django
from django.core import checks as django_checks
from django.db.models.signals import pre_save

from portal import checks, failed_tasks, federation_checks


class PortalConfig(AppConfig):
    """What belongs to the portal as a whole."""

    name = "portal"

    def ready(self) -> None:
        """Register what must be in order before the portal starts."""
        for check in (*checks.ALL, federation_checks.identity_providers_can_be_used):
            django_checks.register(check)
        from portal import session_watch  # noqa: PLC0415 (models must be loaded first)

        pre_save.connect(failed_tasks.mask, sender="django_q.Task")
        of_django.user_logged_in.connect(session_watch.begun)
        of_django.user_logged_out.connect(session_watch.ended)
        of_allauth.user_logged_in.connect(session_watch.by_a_way_in)
        for another in session_watch.ANOTHER_WAY_IN:
            another.connect(session_watch.shows_something_else)
