"""What payroll's tables hold."""

from django.utils.translation import gettext_lazy as _

from payroll.models import EmploymentFacts, FactsImport, FactsLayout, MonthlyPay
from people.data_map import Fate, Ground, Kept, Purpose, Whose, declare, of_nobody

declare(
    MonthlyPay, _("Lön per månad, som lönesystemet säger"), Whose.SUBSTITUTE, Purpose.PAYING, Ground.DUTY,
    kept=Kept.PERSON, fate=Fate.GOES, hers="substitute__user", unsaid="source",
)  # fmt: skip
declare(
    EmploymentFacts, _("Anställningar, som lönesystemet säger"), Whose.SUBSTITUTE, Purpose.PAYING, Ground.DUTY,
    kept=Kept.PERSON, fate=Fate.GOES, hers="substitute__user", unsaid="source",
)  # fmt: skip
declare(
    FactsImport, _("En fil från lönesystemet, medan den läses in"), Whose.SUBSTITUTE, Purpose.PAYING, Ground.DUTY,
    kept=Kept.ITSELF, fate=Fate.EMPTIED, hers="read_by applied_by", unsaid="rows counts digest",
)  # fmt: skip
of_nobody(FactsLayout, what=_("Hur lönesystemets filer läses"))
