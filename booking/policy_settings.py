"""What can be decided in a policy, in the order of its page.

One table, so that the form, the page that reads a policy and the history use the same words.
"""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from booking.policy_words import A_DAY, A_MINUTE, AN_HOUR, Section, Setting, Unit

NO_CAP = _("ingen gräns")

DIRECT = Section(
    _("Direktbokning"),
    (
        Setting(
            "direct",
            Unit.YES_NO,
            _("Direktbokning används"),
            _("Den som har lagt in tid bokas direkt när inget hindrar."),
        ),
        Setting(
            "direct_min_notice",
            Unit.LENGTH,
            _("Direktbokning när det är minst så långt kvar"),
            _("Är det kortare kvar blir det en förfrågan."),
            timedelta(),
            14 * A_DAY,
        ),
        Setting(
            "direct_min_length",
            Unit.LENGTH,
            _("Direktbokning av pass längre än"),
            _("Ett kortare pass blir en förfrågan. Skriv 0 min för pass av alla längder."),
            timedelta(),
            24 * AN_HOUR,
        ),
        Setting(
            "direct_days",
            Unit.CHOICE,
            _("Dagar för direktbokning"),
            _("Räknas från dagen då passet börjar. Söndagar är röda dagar."),
        ),
        Setting(
            "direct_same_day",
            Unit.YES_NO,
            _("Direktbokning samma dag"),
            _("Om passet börjar samma dag som det beställs."),
        ),
        Setting(
            "direct_second_shift_same_day",
            Unit.YES_NO,
            _("Direktbokning av ett andra pass samma dag"),
            _("Om vikarien redan har ett pass som börjar den dagen."),
        ),
    ),
)
ENQUIRIES = Section(
    _("Förfrågningar"),
    (
        Setting(
            "enquiry_mode",
            Unit.CHOICE,
            _("Vem får passet"),
            _("Antingen den som svarar först, eller den som står högst av dem som svarat."),
        ),
        Setting(
            "wave_size",
            Unit.PEOPLE,
            _("Tillfrågade åt gången"),
            _("Så många frågas innan nästa grupp får frågan."),
            1,
            50,
        ),
        Setting(
            "wave_wait",
            Unit.LENGTH,
            _("Svarstid"),
            _("Sedan frågas nästa grupp. Skriv 0 min för en svarstid efter hur lång tid som är kvar."),
            5 * A_MINUTE,
            24 * AN_HOUR,
            _("efter hur lång tid som är kvar"),
        ),
        Setting(
            "late_yes",
            Unit.CHOICE,
            _("Ett ja efter svarstiden"),
            _("Det bokar aldrig av sig självt."),
        ),
        Setting(
            "ask_again_after_no",
            Unit.YES_NO,
            _("Fråga igen efter ett nej"),
            _("Om passet blir ledigt på nytt."),
        ),
        Setting(
            "regret_within",
            Unit.LENGTH,
            _("Ett ja kan ångras inom"),
            _("Vikarien lämnar då tillbaka passet själv. Skriv 0 min om ett ja gäller direkt."),
            timedelta(),
            AN_HOUR,
            _("inte alls"),
        ),
        Setting(
            "pay_first",
            Unit.CHOICE,
            _("Turordning efter löneform"),
            _("Efter önskad vikarie, favoriter och introducerade."),
        ),
    ),
)
HOURS = Section(
    _("Tider för förfrågningar och telefon"),
    (
        Setting(
            "quiet_from",
            Unit.CLOCK,
            _("Inga förfrågningar från"),
            _("Skriv samma klockslag i båda fälten om förfrågningar får skickas dygnet runt."),
        ),
        Setting(
            "quiet_to",
            Unit.CLOCK,
            _("Inga förfrågningar till"),
            _("Då går det som väntat i väg, och svarstiden räknas igen."),
        ),
        Setting(
            "urgent_limit",
            Unit.LENGTH,
            _("Fråga ändå när passet börjar inom"),
            _("Då skickas förfrågningar dygnet runt, och svarstiden räknas i verklig tid."),
            timedelta(),
            48 * AN_HOUR,
        ),
        Setting(
            "phone_limit",
            Unit.LENGTH,
            _("Ring när det är kortare kvar än"),
            _("Då tar ringlistan över från förfrågningarna."),
            timedelta(),
            24 * AN_HOUR,
        ),
    ),
)
LIMITS = Section(
    _("Beställning och gränser"),
    (
        Setting(
            "order_min_lead",
            Unit.LENGTH,
            _("Beställs senast så långt före passet"),
            _("Gäller beställare. Bemanningen kan lägga en beställning ända fram till start."),
            timedelta(),
            7 * A_DAY,
        ),
        Setting(
            "month_cap",
            Unit.HOURS,
            _("Högst timmar i månaden"),
            _("Därefter krävs ett skäl av en planerare. Skriv 0 för ingen gräns."),
            1,
            300,
            NO_CAP,
        ),
        Setting(
            "days_in_row",
            Unit.DAYS,
            _("Högst dagar i rad"),
            _("Därefter krävs ett skäl av en planerare. Skriv 0 för ingen gräns."),
            1,
            31,
            NO_CAP,
        ),
    ),
)
ASSISTANT = Section(
    _("Bokningsassistent"),
    (
        Setting("assistant_from", Unit.CLOCK, _("Arbetar från"), _("Före det händer inget av sig självt.")),
        Setting("assistant_to", Unit.CLOCK, _("Arbetar till"), _("Efter det händer inget av sig självt.")),
        Setting(
            "assistant_interval",
            Unit.LENGTH,
            _("Arbetar en gång var"),
            _("Så ofta går den igenom pass som saknar vikarie."),
            5 * A_MINUTE,
            4 * AN_HOUR,
        ),
    ),
)
SECTIONS = (DIRECT, ENQUIRIES, HOURS, LIMITS, ASSISTANT)
SETTINGS = {setting.name: setting for section in SECTIONS for setting in section.settings}
