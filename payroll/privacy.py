"""What payroll's tables hold."""

from django.utils.translation import gettext_lazy as _

from payroll.models import (
    AccountString,
    EmploymentFacts,
    FactsImport,
    FactsLayout,
    Layout,
    LeftOut,
    MonthlyPay,
    PayRun,
    RunLine,
    RunSeries,
    RunShift,
    WageCode,
)
from people.data_map import Fate, Ground, Kept, Purpose, Whose, declare, of_nobody

declare(
    RunShift, _("Pass som har gått till lönesystemet"), Whose.SUBSTITUTE, Purpose.PAYING, Ground.DUTY,
    kept=Kept.PERSON, fate=Fate.NAMELESS, hers="substitute__user", unsaid="run booking replaces reason",
)  # fmt: skip
declare(
    RunLine, _("Timmar som har gått till lönesystemet, rad för rad"), Whose.SUBSTITUTE, Purpose.PAYING, Ground.DUTY,
    kept=Kept.PERSON, fate=Fate.NAMELESS, hers="shift__substitute__user", unsaid="run shift takes_back",
)  # fmt: skip
declare(
    LeftOut, _("Pass som inte kunde gå till lönesystemet, och varför"), Whose.SUBSTITUTE, Purpose.PAYING, Ground.DUTY,
    kept=Kept.PERSON, fate=Fate.NAMELESS, hers="booking__substitute__user", unsaid="run booking facts",
)  # fmt: skip
declare(
    PayRun, _("Vem som gjorde och hämtade en körning till lönesystemet"), Whose.COLLEAGUE, Purpose.ACCOUNTING,
    Ground.DUTY, kept=Kept.SETTING, fate=Fate.STAYS, hers="made_by fetched_by",
    unsaid="command recipe digest takes_back",
)  # fmt: skip
of_nobody(WageCode, Layout, AccountString, RunSeries, what=_("Lönearter, konteringar och hur lönefiler ser ut"))
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
