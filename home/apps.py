"""Where each person's work begins."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The public home page, and the start page of each role."""

    name = "home"
    verbose_name = _("Start")
