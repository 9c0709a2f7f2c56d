"""What the applicant is told, posted in the transaction of the change itself; in her own language."""

from datetime import datetime

from django.conf import settings
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

WORDS = {
    "intyg.issued": (
        gettext_lazy("Ditt intyg är klart"),
        gettext_lazy("Ditt intyg är klart: %(type)s. Hämta det i portalen. %(url)s"),
    ),
    "intyg.replaced": (
        gettext_lazy("Ditt intyg är rättat"),
        gettext_lazy(
            "Vi har rättat ett intyg: %(type)s. Använd det nya, inte det gamla. Hämta det i portalen. %(url)s"
        ),
    ),
    "intyg.unfetched": (
        gettext_lazy("Du har ett intyg att hämta"),
        gettext_lazy("Ditt intyg är klart men inte hämtat: %(type)s. Hämta det i portalen. %(url)s"),
    ),
    "intyg.question": (
        gettext_lazy("En fråga om ditt intyg"),
        gettext_lazy("Lönecentrum har en fråga om ditt intyg: %(type)s. Svara i portalen. %(url)s"),
    ),
    "intyg.refused": (
        gettext_lazy("Vi kan inte göra ditt intyg"),
        gettext_lazy("Vi kan inte göra ditt intyg: %(type)s. Läs varför i portalen. %(url)s"),
    ),
}
"""Subject and text of each kind, said in the language of who is told."""


def issued(certificate: Certificate, *, at: datetime) -> None:
    """It is ready to be fetched; and if it replaces another, that one is not to be used."""
    _tell(certificate.request, "intyg.replaced" if certificate.replaces else "intyg.issued", at=at)


def not_fetched(request: CertificateRequest, *, at: datetime) -> None:
    """It has lain a week."""
    _tell(request, "intyg.unfetched", at=at)


def question(asked: CertificateQuestion, *, at: datetime) -> None:
    """The office asks something. What, is for her eyes, on her own page."""
    _tell(asked.request, "intyg.question", at=at, version=f":{asked.pk}")


def refused(request: CertificateRequest, *, at: datetime) -> None:
    """It will not be made. Why is for her eyes, on her own page."""
    _tell(request, "intyg.refused", at=at)


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
        kinds=frozenset(WORDS),
        concerns=is_substitute,
    )
)
for _kind in READY:
    looks.dress(_kind, looks.Looks(icon="doc", colour="bokad"))
looks.dress("intyg.question", looks.Looks(icon="help", colour="fraga"))
looks.dress("intyg.refused", looks.Looks(icon="doc", colour="lingon"))


def _key(message: Message) -> str:
    return message.about.partition(":")[2]


def _tell(request: CertificateRequest, kind: str, *, at: datetime, version: str = "") -> None:
    subject, body = WORDS[kind]
    with speaking(request.substitute.user):
        facts = {"type": request.get_type_display(), "url": f"{settings.PORTAL_URL}/intyg/{request.pk}/"}
        outbox.post(
            key=f"{kind}:{request.pk}{version}",
            kind=kind,
            to=request.substitute.user,
            body=str(body) % facts,
            at=at,
            subject=str(subject),
            about=f"certificaterequest:{request.pk}",
        )
