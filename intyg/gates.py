"""The ways in to the certificates."""

from intyg.models import Certificate, CertificateQuestion, CertificateRequest
from people.access import by_role, own
from people.gates import of_whom_she_may_know
from people.policy import guard

guard(
    CertificateRequest,
    of_whom_she_may_know(by_role()),
    own("substitute__user", "certificaterequest.view", "certificaterequest.withdraw"),
    change="handle",
)
guard(Certificate, by_role(), own("request__substitute__user", "certificate.fetch"))
guard(
    CertificateQuestion,
    by_role(),
    own("request__substitute__user", "certificatequestion.view", "certificatequestion.answer"),
)
