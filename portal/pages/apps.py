"""The editorial pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Guides, contacts, news and answers, kept by editors in Wagtail."""

    name = "portal.pages"
    label = "pages"
    verbose_name = _("Sidor")
