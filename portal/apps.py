"""The project package, as an app: its checks, its components, its commands."""

from django.apps import AppConfig
from django.core import checks as django_checks

from portal import checks, federation_checks


class PortalConfig(AppConfig):
    """What belongs to the portal as a whole."""

    name = "portal"

    def ready(self) -> None:
        """Register what must be in order before the portal starts."""
        for check in (checks.demo_stays_at_home, checks.sms_leave_the_house, checks.certificates_can_be_made):
            django_checks.register(check)
        django_checks.register(federation_checks.identity_providers_can_be_used)
