"""What the schedule's tables hold."""

from django.utils.translation import gettext_lazy as _

from people.data_map import Fate, Ground, Kept, Purpose, Whose, declare, of_nobody
from scheduling.models import BookedFile, Delivery, ScheduleEvent, ScheduleFile, ScheduleShift, WorkplaceCode

declare(
    ScheduleShift, _("Resurspass och akut resurstid, som schemat säger"), Whose.SUBSTITUTE, Purpose.STAFFING,
    Ground.CONTRACT, kept=Kept.CALENDAR, fate=Fate.GOES, hers="substitute__user", unsaid="version",
)  # fmt: skip
declare(
    Delivery, _("Bokade pass som schemat har fått veta av portalen"), Whose.SUBSTITUTE, Purpose.STAFFING,
    Ground.CONTRACT, kept=Kept.CALENDAR, fate=Fate.EMPTIED, hers="booking__substitute__user",
    unsaid="booking mark version attempts claimed_at due_at",
)  # fmt: skip
declare(
    ScheduleEvent, _("Meddelanden från schemat, tills de är inlästa"), Whose.SUBSTITUTE, Purpose.STAFFING,
    Ground.CONTRACT, kept=Kept.CALENDAR, fate=Fate.EMPTIED,
)  # fmt: skip
declare(
    ScheduleFile, _("En fil från schemat, medan den läses in"), Whose.SUBSTITUTE, Purpose.STAFFING, Ground.CONTRACT,
    kept=Kept.ITSELF, fate=Fate.EMPTIED, hers="read_by", unsaid="facts counts refused digest",
)  # fmt: skip
declare(
    BookedFile, _("Vem som gjorde en fil till schemat"), Whose.COLLEAGUE, Purpose.ACCOUNTING, Ground.TASK,
    kept=Kept.SETTING, fate=Fate.STAYS, hers="made_by", unsaid="area digest",
)  # fmt: skip
of_nobody(WorkplaceCode, what=_("Vad schemat kallar arbetsplatserna"))
