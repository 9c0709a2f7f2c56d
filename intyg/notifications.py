"""What the applicant is told, posted in the transaction of the change itself; in her own language."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from booking.notifications.groups import is_substitute
from intyg.models import Certificate, CertificateRequest
from messaging import choices, looks, outbox
from messaging.choices import Group
from messaging.models import Message
from people.languages import speaking

FETCHED = gettext_noop("intyget är redan hämtat")


def issued(certificate: Certificate, *, at: datetime) -> None:
    """It is ready to be fetched."""
    request = certificate.request
    with speaking(request.substitute.user):
        facts = {"type": request.get_type_display(), "url": _address(request)}
        _tell(
            request,
            "intyg.issued",
            at=at,
            subject=_("Ditt intyg är klart"),
            body=_("Ditt intyg är klart: %(type)s. Hämta det i portalen. %(url)s") % facts,
        )


def refused(request: CertificateRequest, *, at: datetime) -> None:
    """It will not be made. Why is for her eyes, on her own page."""
    with speaking(request.substitute.user):
        facts = {"type": request.get_type_display(), "url": _address(request)}
        _tell(
            request,
            "intyg.refused",
            at=at,
            subject=_("Vi kan inte göra ditt intyg"),
            body=_("Vi kan inte göra ditt intyg: %(type)s. Läs varför i portalen. %(url)s") % facts,
        )


@outbox.still_true("intyg.issued")
def still_to_be_fetched(message: Message) -> str:
    """Nobody is told to fetch what she has already fetched."""
    waiting = CertificateRequest.objects.filter(pk=_key(message), status=CertificateRequest.Status.ISSUED).exists()
    return "" if waiting else FETCHED


choices.register(
    Group(
        code="certificates",
        place=65,
        name=gettext_lazy("Intyg"),
        about=gettext_lazy("När ett intyg är klart, eller inte kan göras."),
        kinds=frozenset({"intyg.issued", "intyg.refused"}),
        concerns=is_substitute,
    )
)
looks.dress("intyg.issued", looks.Looks(icon="doc", colour="bokad"))
looks.dress("intyg.refused", looks.Looks(icon="doc", colour="lingon"))


def _key(message: Message) -> str:
    return message.about.partition(":")[2]


def _address(request: CertificateRequest) -> str:
    return f"{settings.PORTAL_URL}/intyg/{request.pk}/"


def _tell(request: CertificateRequest, kind: str, *, at: datetime, subject: str, body: str) -> None:
    outbox.post(
        key=f"{kind}:{request.pk}",
        kind=kind,
        to=request.substitute.user,
        body=body,
        at=at,
        subject=subject,
        about=f"certificaterequest:{request.pk}",
    )
