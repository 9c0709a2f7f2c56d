"""What the applicant is told, posted in the transaction of the change itself; in her own language."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from booking.notifications.groups import is_substitute
from intyg.models import Certificate, CertificateQuestion, CertificateRequest
from messaging import choices, looks, outbox
from messaging.choices import Group
from messaging.models import Message
from people.languages import speaking

FETCHED = gettext_noop("intyget är redan hämtat")
ANSWERED = gettext_noop("frågan väntar inte på svar")
READY = ("intyg.issued", "intyg.replaced", "intyg.unfetched")

Status = CertificateRequest.Status


def issued(certificate: Certificate, *, at: datetime) -> None:
    """It is ready to be fetched; and if it replaces another, that one is not to be used."""
    if certificate.replaces:
        _replaced(certificate, at=at)
        return
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


def _replaced(certificate: Certificate, *, at: datetime) -> None:
    request = certificate.request
    with speaking(request.substitute.user):
        facts = {"type": request.get_type_display(), "url": _address(request)}
        _tell(
            request,
            "intyg.replaced",
            at=at,
            subject=_("Ditt intyg är rättat"),
            body=_("Vi har rättat ett intyg: %(type)s. Använd det nya, inte det gamla. Hämta det i portalen. %(url)s")
            % facts,
        )


def not_fetched(request: CertificateRequest, *, at: datetime) -> None:
    """It has lain a week."""
    with speaking(request.substitute.user):
        facts = {"type": request.get_type_display(), "url": _address(request)}
        _tell(
            request,
            "intyg.unfetched",
            at=at,
            subject=_("Du har ett intyg att hämta"),
            body=_("Ditt intyg är klart men inte hämtat: %(type)s. Hämta det i portalen. %(url)s") % facts,
        )


def question(asked: CertificateQuestion, *, at: datetime) -> None:
    """The office asks something. What, is for her eyes, on her own page."""
    request = asked.request
    with speaking(request.substitute.user):
        facts = {"type": request.get_type_display(), "url": _address(request)}
        _tell(
            request,
            "intyg.question",
            at=at,
            version=f":{asked.pk}",
            subject=_("En fråga om ditt intyg"),
            body=_("Lönecentrum har en fråga om ditt intyg: %(type)s. Svara i portalen. %(url)s") % facts,
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


def still_to_be_fetched(message: Message) -> str:
    """Nobody is told to fetch what she has already fetched, or what another has replaced."""
    waiting = CertificateRequest.objects.to_be_fetched().filter(pk=_key(message)).exists()
    return "" if waiting else FETCHED


for _kind in READY:
    outbox.still_true(_kind)(still_to_be_fetched)


@outbox.still_true("intyg.question")
def still_to_be_answered(message: Message) -> str:
    """Nobody is asked to answer what she has answered, or what has been decided without it."""
    waiting = CertificateRequest.objects.filter(pk=_key(message), status=Status.QUESTION).exists()
    return "" if waiting else ANSWERED


choices.register(
    Group(
        code="certificates",
        place=65,
        name=gettext_lazy("Intyg"),
        about=gettext_lazy("När ett intyg är klart eller inte kan göras, och när vi behöver fråga dig något om det."),
        kinds=frozenset({*READY, "intyg.refused", "intyg.question"}),
        concerns=is_substitute,
    )
)
for _kind in READY:
    looks.dress(_kind, looks.Looks(icon="doc", colour="bokad"))
looks.dress("intyg.question", looks.Looks(icon="help", colour="fraga"))
looks.dress("intyg.refused", looks.Looks(icon="doc", colour="lingon"))


def _key(message: Message) -> str:
    return message.about.partition(":")[2]


def _address(request: CertificateRequest) -> str:
    return f"{settings.PORTAL_URL}/intyg/{request.pk}/"


def _tell(request: CertificateRequest, kind: str, *, at: datetime, subject: str, body: str, version: str = "") -> None:
    outbox.post(
        key=f"{kind}:{request.pk}{version}",
        kind=kind,
        to=request.substitute.user,
        body=body,
        at=at,
        subject=subject,
        about=f"certificaterequest:{request.pk}",
    )
