"""One decision about a person at a time."""

from people.models import Substitute


def locked(substitute: Substitute) -> Substitute:
    """The substitute, locked as a booking locks her, and read after the wait."""
    rows = Substitute.objects.filter(pk=substitute.pk)
    list(rows.select_for_update(no_key=True).values_list("pk"))
    return rows.select_related("user").get()
