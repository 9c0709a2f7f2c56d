"""A person who is erased: what she asked for is emptied, and what was issued is left to the archive.

An issued certificate is a public record: it goes when the municipality's retention schedule says so, and not before.
Its file is for its owner alone, who has no way in any more; whoever has it on paper can still have it checked.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from intyg.models import CertificateQuestion, CertificateRequest
from people.models import Substitute, User
from people.operations import erasure

NOTHING = "–"  # a refusal, a question and a correction say something


def why_not(substitute: Substitute, at: datetime) -> Iterable[str]:
    """An officer must answer what she has asked for."""
    if CertificateRequest.objects.undecided().filter(substitute=substitute).exists():
        yield _("Personen väntar på ett intyg. Avgör beställningen först.")


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """What she wrote and answered, and what payroll asked and wrote beside the document."""
    asked = CertificateRequest.objects.filter(substitute=substitute)
    asked.update(note="", details={}, given_up=[], sent_back="")
    asked.exclude(correction="").update(correction=NOTHING)
    CertificateQuestion.objects.filter(request__in=asked).update(text=NOTHING, answer="")
    asked.filter(status=CertificateRequest.Status.REFUSED).update(refusal=NOTHING)


erasure.on_erasure(check=why_not, erase=erase)
