"""What a contact lacks for whoever looks it up."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.pages.care.findings import Finding
from portal.pages.models import Contact


def lacking(contacts: Iterable[Contact], *, today: date) -> list[Finding]:
    """Each thing that is missing or over, contact by contact."""
    return [Finding(contact, what, where) for contact in contacts for what, where in _lacks(contact, today)]


def _lacks(contact: Contact, today: date) -> Iterator[tuple[str, str]]:
    if not contact.phone and not contact.email:
        yield _("Varken telefon eller e-post"), _("Skriv minst ett sätt att nå dem.")
    if contact.phone and not contact.hours and not contact.exceptions:
        yield _("Telefon men inga öppettider"), _("Skriv när någon svarar.")
    dates = [row.value["date"] for row in contact.exceptions]
    if dates and max(dates) < today:
        last = date_format(max(dates), "j F Y")
        yield (
            _("Alla andra tider har varit"),
            _("Den sista var %(day)s. Ta bort dem, och lägg in nästa.") % {"day": last},
        )
