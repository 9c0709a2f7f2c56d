"""The ways in to the certificates."""

from intyg.models import Certificate, CertificateRequest
from people.access import by_role, own
from people.policy import guard

guard(
    CertificateRequest,
    by_role(),
    own("substitute__user", "certificaterequest.view", "certificaterequest.withdraw"),
    change="handle",
)
guard(Certificate, by_role(), own("request__substitute__user", "certificate.fetch"))
