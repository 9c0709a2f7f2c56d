"""The editorial pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Guides, contacts, news and answers, kept by editors in Wagtail."""

    name = "portal.pages"
    label = "pages"
    verbose_name = _("Sidor")

    def ready(self) -> None:
        """From now on what a search looks through follows the pages."""
        from portal.pages.search import noting  # noqa: PLC0415 (models are not there before)

        noting.connect()
