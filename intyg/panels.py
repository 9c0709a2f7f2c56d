"""What waits for the officer, on the admin's first page."""

from typing import Any

from wagtail.admin.ui.components import Component

from intyg.models import CertificateRequest
from people import access

SHOWN = 5


class CertificatesToDo(Component):
    """How many wait, and the oldest of them."""

    name = "certificates_to_do"
    template_name = "intyg/desk/panel.html"
    order = 120

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ANN401 (Wagtail's signature)
        """The requests that she may handle."""
        rows = CertificateRequest.objects.undecided().with_people()
        waiting = access.scope(parent_context["request"].user, rows, "handle")
        return {"number": waiting.count(), "oldest": waiting[:SHOWN]}
