"""Where a message waits for the page that shows it: in a cookie of ours, as long as it has room."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class HostCookie(CookieStorage):
    """Django's own, under a name that no other host can use."""

    cookie_name = f"{settings.COOKIE_PREFIX}messages"


class Storage(FallbackStorage):
    """Django's own choice, with that cookie."""

    storage_classes = (HostCookie, SessionStorage)
