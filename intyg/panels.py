"""What waits for the officer, on the admin's first page."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from intyg.forms.queue import counted
from intyg.models import CertificateRequest
from people import access

SHOWN = 5


class CertificatesToDo(Component):
    """How many wait, how many of them are late, and the first due."""

    name = "certificates_to_do"
    template_name = "intyg/desk/panel.html"
    order = 120

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ANN401 (Wagtail's signature)
        """The requests that she may handle."""
        rows = CertificateRequest.objects.undecided().with_people()
        user, today = parent_context["request"].user, timezone.localdate()  # noqa: TID251 (a panel is shown as a view is)
        waiting = access.scope(user, rows, "handle")
        return {"numbers": counted(waiting, user=user, today=today), "first": waiting[:SHOWN]}
