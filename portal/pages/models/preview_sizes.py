"""How wide a page is shown while it is written."""

from django.utils.translation import gettext_lazy as _

PREVIEW_SIZES = [
    {"name": "mobile", "icon": "mobile-alt", "device_width": 390, "label": _("Visa som i mobilen")},
    {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("Visa som på en dator")},
]
"""Most read on a phone: it is the first, which Wagtail takes for the usual one."""
