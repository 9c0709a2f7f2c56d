"""The project package, as an app: its checks, its components, its commands."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """What belongs to the portal as a whole."""

    name = "portal"
