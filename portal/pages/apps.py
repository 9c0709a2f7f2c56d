"""The editorial pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Guides, contacts, news and answers, kept by editors in Wagtail."""

    name = "portal.pages"
    label = "pages"
    verbose_name = _("Sidor")

    def ready(self) -> None:
        """Register gates, and what goes when a person is erased."""
        from portal.pages import erased, gates  # noqa: F401, PLC0415 (models must be loaded first)
