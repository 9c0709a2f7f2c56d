"""The project package, as an app: its checks, its components, its commands."""

from django.apps import AppConfig
from django.core import checks as django_checks

from portal import checks


class PortalConfig(AppConfig):
    """What belongs to the portal as a whole."""

    name = "portal"

    def ready(self) -> None:
        """Register what must be in order before the portal starts."""
        for check in checks.ALL:
            django_checks.register(check)
