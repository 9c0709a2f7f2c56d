"""`update_index`: all that searches look through, built anew: Wagtail's own for the desk, and the portal's."""

from typing import Any

from wagtail.search.management.commands.update_index import Command as OfWagtail

from portal.pages.search import noting


class Command(OfWagtail):
    """Wagtail's, and then ours."""

    def handle(self, **options: Any) -> None:  # noqa: ANN401 (Wagtail's)
        super().handle(**options)
        noting.renew()
