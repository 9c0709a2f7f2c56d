"""A person who is protected: what was written at her requests no longer names her.

An issued certificate is hers, and a public record: it never changes, and nobody but she opens it.
"""

from datetime import datetime

from intyg.models import CertificateQuestion, CertificateRequest
from people.models import Substitute
from people.operations import identity
from people.scrubbing import Traces, scrub


def hide(substitute: Substitute, traces: Traces, at: datetime) -> None:
    """What she wrote, and what payroll wrote beside the document. Her personal number goes with her name."""
    asked = CertificateRequest.objects.filter(substitute=substitute)
    scrub(asked, "note", "refusal", "details", "correction", "sent_back", traces=traces, about_her=True)
    questions = CertificateQuestion.objects.filter(request__substitute=substitute)
    scrub(questions, "text", "answer", traces=traces, about_her=True)
    for one in asked:
        one.details.pop("identity_number", None)
        one.save(update_fields=["details"])


identity.on_marking(hide)
