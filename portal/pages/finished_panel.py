"""How many have finished a course, beside the form that changes it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.panels import Panel

FEWEST = 5
"""Fewer are not counted: in a small town everybody would know who they are."""


class FinishedPanel(Panel):
    """Says it in a sentence. There is nothing to fill in."""

    class BoundPanel(Panel.BoundPanel):
        """For one course."""

        template_name = "pages/desk/finished.html"

        @property
        def sentence(self) -> str:
            """12 personer har bockat av allt."""
            count = self.instance.finished() if self.instance.pk else 0
            if count < FEWEST:
                return _("Färre än fem personer har bockat av allt. Antalet visas när de är fem.")
            said = ngettext("%(n)d person har bockat av allt.", "%(n)d personer har bockat av allt.", count)
            return said % {"n": count}
