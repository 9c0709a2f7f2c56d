"""What is told of a reading of the staff: that so many were missing that nobody lost anything, to the system owners."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from messaging import choices, looks, outbox
from messaging.choices import Group
from people import access
from people.importing.staff import carrying_out
from people.languages import speaking
from people.models import StaffImport, User
from people.operations import alarms

SPARED = "staff.spared"


def tell(run: StaffImport, at: datetime) -> None:
    """Each system owner, with the page of the reading."""
    said = {
        "n": run.outcome["spared"],
        "url": f"{settings.PORTAL_URL}{reverse('account:staff_report', args=[run.pk])}",
    }
    for owner in alarms.owners(at=at):
        with speaking(owner):
            body = ngettext(
                "%(n)d person saknas i personalregistret. Det är ovanligt många, så inget är borttaget. %(url)s",
                "%(n)d personer saknas i personalregistret. Det är ovanligt många, så inget är borttaget. %(url)s",
                run.outcome["spared"],
            )
            outbox.post(
                key=f"{SPARED}:{run.pk}:{owner.pk}",
                kind=SPARED,
                to=owner,
                subject=_("Många saknas i personalregistret"),
                body=body % said,
                at=at,
                about=f"staffimport:{run.pk}",
            )


def concerns(user: User) -> bool:
    """Whether she reads in the staff."""
    return access.may(user, "staffimport.apply")


choices.register(
    Group(
        code="staff",
        place=85,
        name=gettext_lazy("Personalregistret"),
        about=gettext_lazy("När ovanligt många saknas i det."),
        kinds=frozenset({SPARED}),
        concerns=concerns,
    )
)
looks.dress(SPARED, looks.Looks(icon="alert", colour="lingon"))
carrying_out.told_by(tell)
