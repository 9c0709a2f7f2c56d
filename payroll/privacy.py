"""What payroll's tables hold."""

from django.utils.translation import gettext_lazy as _

from payroll.models import AccountString, Layout, LeftOut, PayRun, RunLine, RunSeries, RunShift, WageCode
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
