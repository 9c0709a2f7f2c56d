"""What the certificates' tables hold."""

from django.utils.translation import gettext_lazy as _

from intyg.models import Certificate, CertificateQuestion, CertificateRequest, NumberSeries
from people.data_map import Fate, Ground, Kept, Purpose, Whose, declare, of_nobody

declare(
    CertificateRequest, _("Beställda intyg, med uppgifter från lönekontoret"), Whose.SUBSTITUTE, Purpose.PAYING,
    Ground.DUTY, kept=Kept.CERTIFICATES, fate=Fate.EMPTIED, hers="substitute__user", unsaid="command given_up",
)  # fmt: skip
declare(
    Certificate, _("Utfärdade intyg"), Whose.SUBSTITUTE, Purpose.PAYING, Ground.DUTY,
    kept=Kept.CERTIFICATES, fate=Fate.STAYS, hers="request__substitute__user", unsaid="request check_value",
)  # fmt: skip
declare(
    CertificateQuestion, _("Frågor om beställda intyg, och svaren"), Whose.SUBSTITUTE, Purpose.PAYING, Ground.DUTY,
    kept=Kept.CERTIFICATES, fate=Fate.EMPTIED, hers="request__substitute__user", unsaid="request",
)  # fmt: skip
of_nobody(NumberSeries, what=_("Sista numret på ett intyg"))
