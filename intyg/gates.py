"""The ways in to the certificates."""

from django.db.models import Q

from intyg.models import Certificate, CertificateQuestion, CertificateRequest
from people.access import Way, assignments, by_role, own
from people.models import Substitute, User
from people.policy import guard
from people.roles import IDENTITY_KEEPER


def of_whom_she_may_know(way: Way) -> Way:
    """The same rows, but those of whoever is protected only to an officer who also keeps who she is.

    A certificate carries her name: whoever makes it knows her.
    """

    def known(user: User, asked: frozenset[str]) -> Q:
        rows = way(user, asked)
        if not rows:
            return rows
        kept = [one.area_id for one in assignments(user) if one.role == IDENTITY_KEEPER.code]
        places = Q(agreements__area__in=kept) | Q(agreements__workplace__area__in=kept)
        hers = Substitute.objects.filter(places).values("pk")
        return rows & (Q(substitute__user__protected=False) | Q(substitute__in=hers))

    return known


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
