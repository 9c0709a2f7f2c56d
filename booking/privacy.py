"""What the engine's tables hold."""

from django.utils.translation import gettext_lazy as _

from booking.models import (
    Absence,
    Advert,
    Asking,
    AssistantDecision,
    AssistantProfile,
    AssistantRun,
    Availability,
    AvailabilityChange,
    AvailabilityPattern,
    Booking,
    CalendarDay,
    CalendarFeed,
    Call,
    Enquiry,
    Forecast,
    ForecastDay,
    Interest,
    MessageText,
    Order,
    OrderGroup,
    OrderReason,
    OrderTemplate,
    PayPeriod,
    PlannerTask,
    Policy,
    Proposal,
    ProposalLine,
    RestDebt,
    SavedView,
    TimeAsked,
    TimeBankEntry,
    WorkedTime,
    WorkplaceRequest,
)
from people.data_map import Fate, Ground, Kept, Purpose, Whose, declare, of_nobody

HERS = "substitute__user"
SUBSTITUTE, COLLEAGUE = Whose.SUBSTITUTE, Whose.COLLEAGUE
STAFFING, ACCOUNTING = Purpose.STAFFING, Purpose.ACCOUNTING
CONTRACT, DUTY, TASK = Ground.CONTRACT, Ground.DUTY, Ground.TASK
PERSON, CALENDAR = Kept.PERSON, Kept.CALENDAR
GOES, NAMELESS, EMPTIED, STAYS = Fate.GOES, Fate.NAMELESS, Fate.EMPTIED, Fate.STAYS

declare(
    Booking, _("Dina pass, med tid och villkor"), SUBSTITUTE, STAFFING, CONTRACT, kept=PERSON, fate=NAMELESS, hers=HERS
)
declare(
    WorkedTime, _("Vad du och arbetsplatsen har sagt om den arbetade tiden"), SUBSTITUTE, Purpose.PAYING, DUTY,
    kept=PERSON, fate=EMPTIED, hers="booking__substitute__user",
)  # fmt: skip
declare(
    Availability, _("När du kan jobba"), SUBSTITUTE, STAFFING, CONTRACT, kept=CALENDAR, fate=GOES, hers=HERS,
    unsaid="order pattern",
)  # fmt: skip
declare(
    AvailabilityPattern, _("När du kan jobba, vecka efter vecka"), SUBSTITUTE, STAFFING, CONTRACT,
    kept=CALENDAR, fate=GOES, hers=HERS,
)  # fmt: skip
declare(
    AvailabilityChange, _("Det du kan ångra i kalendern"), SUBSTITUTE, STAFFING, CONTRACT,
    kept=Kept.ITSELF, fate=GOES, hers=HERS, unsaid="before after",
)  # fmt: skip
declare(Absence, _("När du är borta"), SUBSTITUTE, STAFFING, CONTRACT, kept=CALENDAR, fate=GOES, hers=HERS)
declare(
    CalendarFeed, _("Att du prenumererar på dina pass"), SUBSTITUTE, STAFFING, CONTRACT,
    kept=Kept.ACCOUNT, fate=GOES, hers=HERS, unsaid="key",
)  # fmt: skip
declare(
    Enquiry, _("Förfrågningar till dig och dina svar"), SUBSTITUTE, STAFFING, CONTRACT,
    kept=PERSON, fate=NAMELESS, hers=HERS, unsaid="asking",
)  # fmt: skip
declare(Interest, _("Dina intresseanmälningar"), SUBSTITUTE, STAFFING, CONTRACT, kept=PERSON, fate=NAMELESS, hers=HERS)
declare(Call, _("Att du blev uppringd om ett pass"), SUBSTITUTE, STAFFING, TASK, kept=PERSON, fate=EMPTIED, hers=HERS)
declare(RestDebt, _("Vila du ska få tillbaka"), SUBSTITUTE, STAFFING, DUTY, kept=PERSON, fate=EMPTIED, hers=HERS)
declare(
    TimeBankEntry, _("Din tidbank"), SUBSTITUTE, Purpose.PAYING, CONTRACT,
    kept=PERSON, fate=EMPTIED, hers=HERS, unsaid="reverses",
)  # fmt: skip
declare(
    WorkplaceRequest, _("När du bett om en arbetsplats till"), SUBSTITUTE, STAFFING, CONTRACT,
    kept=PERSON, fate=GOES, hers=HERS,
)  # fmt: skip
declare(
    PlannerTask, _("Det bemanningen ska bestämma om dina pass"), SUBSTITUTE, STAFFING, TASK,
    kept=Kept.NOTES, fate=EMPTIED, hers=HERS, unsaid="key facts",
)  # fmt: skip
declare(
    Order, _("Beställningar, och vem som ersätts"), COLLEAGUE, STAFFING, TASK, kept=Kept.NOTES, fate=STAYS,
    hers="placed_by", unsaid="reference reason note text contact wished_until return_reason",
)  # fmt: skip
declare(
    OrderGroup,
    _("Beställningar som hör ihop"),
    COLLEAGUE,
    STAFFING,
    TASK,
    kept=Kept.SETTING,
    fate=STAYS,
    hers="placed_by",
)
declare(
    Advert, _("Annonser i Lediga jobb"), COLLEAGUE, ACCOUNTING, TASK, kept=Kept.SETTING, fate=STAYS, hers="opened_by"
)
declare(Asking, _("Frågeomgångar"), COLLEAGUE, ACCOUNTING, TASK, kept=Kept.SETTING, fate=STAYS, hers="started_by")
declare(
    AssistantProfile, _("Vad bokningsassistenterna är inställda på"), COLLEAGUE, STAFFING, TASK,
    kept=Kept.SETTING, fate=STAYS, hers="changed_by",
)  # fmt: skip
declare(
    AssistantRun, _("När en bokningsassistent har arbetat"), COLLEAGUE, ACCOUNTING, TASK,
    kept=Kept.NOTES, fate=STAYS, hers="started_by", unsaid="profile command wanted",
)  # fmt: skip
declare(
    AssistantDecision, _("Pass som en bokningsassistent valde dig till"), SUBSTITUTE, ACCOUNTING, TASK,
    kept=Kept.NOTES, fate=NAMELESS, hers=HERS, unsaid="run why refusal",
)  # fmt: skip
declare(
    Proposal, _("Förslag till bemanning"), COLLEAGUE, STAFFING, TASK,
    kept=Kept.NOTES, fate=STAYS, hers="made_by", unsaid="run command plans wanted",
)  # fmt: skip
declare(
    ProposalLine, _("Pass som du föreslogs till"), SUBSTITUTE, STAFFING, TASK,
    kept=Kept.NOTES, fate=NAMELESS, hers=HERS, unsaid="proposal forbidden why refusal terms_version",
)  # fmt: skip
declare(
    SavedView, _("Listor som du har sparat"), COLLEAGUE, Purpose.RUNNING, CONTRACT,
    kept=Kept.ACCOUNT, fate=GOES, hers="user",
)  # fmt: skip
declare(
    OrderTemplate, _("En arbetsplats vanliga pass, och kontakten där"), COLLEAGUE, STAFFING, TASK,
    kept=Kept.SETTING, fate=STAYS, hers="made_by",
)  # fmt: skip
declare(
    MessageText, _("Kommunens egna ord i meddelanden"), COLLEAGUE, ACCOUNTING, TASK,
    kept=Kept.SETTING, fate=STAYS, hers="changed_by",
)  # fmt: skip
declare(
    PayPeriod,
    _("Löneperioder som är stängda"),
    COLLEAGUE,
    ACCOUNTING,
    TASK,
    kept=Kept.SETTING,
    fate=STAYS,
    hers="closed_by",
)
declare(
    TimeAsked, _("Att du fick frågan om du har tid en dag"), SUBSTITUTE, STAFFING, TASK,
    kept=CALENDAR, fate=GOES, hers=HERS, unsaid="command",
)  # fmt: skip
of_nobody(OrderReason, Policy, CalendarDay, what=_("Kommunens egna tabeller"))
of_nobody(Forecast, ForecastDay, what=_("Hur mycket ett område väntas beställa"))
