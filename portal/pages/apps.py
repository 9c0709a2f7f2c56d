"""The editorial pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Guides, contacts, news and answers, kept by editors in Wagtail."""

    name = "portal.pages"
    label = "pages"
    verbose_name = _("Sidor")

    def ready(self) -> None:
        """Register gates and what is erased, and see what becomes of all that pages show."""
        from portal.pages import changes  # noqa: PLC0415 (the models are there from here on)
        from portal.pages.feedback import erased, gates  # noqa: F401, PLC0415

        changes.follow_what_pages_show()
