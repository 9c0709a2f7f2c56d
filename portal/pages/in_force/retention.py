"""How long what is known of a person is kept: read from what really takes it away.

Each line names the module that does it. A test goes through the portal for all that forgets or erases, and fails when
one of them has no line here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from booking.operations import undoing
from booking.policy_words import A_DAY, length
from messaging.channels import push
from payroll.models import facts_import
from people.data_map import BY_DECISION
from people.models import RetentionRule, own_copy, staff, substitute_import
from people.operations import password_links, phones, sign_ins, support
from people.views import kept
from portal.schedules import SCHEDULES
from scheduling.models import schedule_file

SWEEPS = {"tidy", "clear sessions", "forget pay files", "forget schedule files"}
A_SECOND = timedelta(seconds=1)
A_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Line:
    """What goes by itself: where that is done, what it is, and for how long it is kept."""

    module: str
    what: Promise
    how_long: Callable[[], timedelta | None]
    from_when: Promise

    @property
    def words(self) -> str:
        """1 dygn efter att koden skickades; or, where there is no waiting: Genast när …"""
        time = self.how_long()
        return str(self.from_when) if time is None else f"{in_words(time)} {self.from_when}"


@dataclass(frozen=True, slots=True)
class Erased:
    """What one part of the portal takes away when a person is erased, and what of it stays as nobody's."""

    module: str
    what: Promise
    stays: Promise


BY_ITSELF = (
    Line(
        "people.operations.phones",
        gettext_lazy("Koden och numret när du byter mobilnummer"),
        lambda: phones.DAY,
        gettext_lazy("efter att koden skickades"),
    ),
    Line(
        "booking.operations.undoing",
        gettext_lazy("Det du kan ångra i kalendern"),
        lambda: undoing.LIMIT,
        gettext_lazy("efter ändringen"),
    ),
    Line(
        "people.importing.carrying_out",
        gettext_lazy("Uppgifter i en fil som vi läser in"),
        lambda: substitute_import.KEPT_FOR,
        gettext_lazy("efter att filen lämnades in"),
    ),
    Line(
        "people.importing.staff.carrying_out",
        gettext_lazy("Uppgifter om anställda som vi läser in"),
        lambda: staff.KEPT_FOR,
        gettext_lazy("efter att de lästes in"),
    ),
    Line(
        "people.views.kept",
        gettext_lazy("Det du skrev när inloggningen tog slut"),
        lambda: kept.KEPT_FOR,
        gettext_lazy("efter att du skrev det"),
    ),
    Line(
        "messaging.own_copy",
        gettext_lazy("Filen med dina uppgifter, när du har beställt den"),
        lambda: own_copy.KEPT_FOR,
        gettext_lazy("efter att den blev klar"),
    ),
    Line(
        "django.contrib.sessions",
        gettext_lazy("Att du är inloggad i en webbläsare"),
        lambda: settings.SESSION_COOKIE_AGE * A_SECOND,
        gettext_lazy("efter att du loggade in"),
    ),
    Line(
        "people.operations.sign_ins",
        gettext_lazy("Vilka webbläsare du har loggat in i, utan adress"),
        lambda: sign_ins.KEPT_FOR,
        gettext_lazy("efter att du senast använde den"),
    ),
    Line(
        "people.operations.password_links",
        gettext_lazy("Att du har fått en länk till ett lösenord, och till vilket nummer"),
        lambda: password_links.KEPT_FOR,
        gettext_lazy("efter att länken slutade gälla"),
    ),
    Line(
        "people.operations.support",
        gettext_lazy("Koden när supporten hjälper dig"),
        lambda: support.KEPT_FOR,
        gettext_lazy("efter att den skickades"),
    ),
    Line(
        "payroll.models.facts_import",
        gettext_lazy("Din rad i en fil från lönesystemet som ingen har läst in"),
        lambda: facts_import.KEPT_FOR,
        gettext_lazy("efter att filen lämnades in"),
    ),
    Line(
        "scheduling.models.schedule_file",
        gettext_lazy("Din resurstid i en fil från schemat som ingen har läst in"),
        lambda: schedule_file.KEPT_FOR,
        gettext_lazy("efter att filen lämnades in"),
    ),
    Line(
        "portal.pages.feedback.operations",
        gettext_lazy("Kommentarer till sidor, och synpunkter"),
        lambda: settings.PAGE_COMMENT_MONTHS * A_MONTH,
        gettext_lazy("efter att du skrev"),
    ),
    Line(
        "messaging.delivery",
        gettext_lazy("Texten i ett meddelande med en kod eller en länk"),
        lambda: None,
        gettext_lazy("Tas bort när meddelandet har skickats"),
    ),
    Line(
        "messaging.browsers",
        gettext_lazy("Vart vi skickar notiser i din webbläsare"),
        lambda: None,
        gettext_lazy("Tas bort när ditt konto stängs"),
    ),
    Line(
        "messaging.channels.push",
        gettext_lazy("En notis hos webbläsarens tjänst, om din mobil är av"),
        lambda: push.KEPT_FOR * A_SECOND,
        gettext_lazy("efter att vi skickade den"),
    ),
)
WHEN_ERASED = (
    Erased(
        "people.operations.erasure",
        gettext_lazy("Namn, adresser, inloggning, kurser och anteckningar om dig"),
        gettext_lazy("Vad som gjordes och när, utan namn"),
    ),
    Erased(
        "booking.erased",
        gettext_lazy("Din kalender, frånvaro, önskemål och anteckningar om dina pass"),
        gettext_lazy("Dina pass och timmar, utan namn"),
    ),
    Erased(
        "messaging.erased",
        gettext_lazy("Texten i meddelanden till och från dig"),
        gettext_lazy("Att ett meddelande skickades, och när"),
    ),
    Erased(
        "intyg.erased",
        gettext_lazy("Det du skrev när du beställde intyg"),
        gettext_lazy("Utfärdade intyg, så länge kommunens plan säger"),
    ),
    Erased(
        "payroll.erased",
        gettext_lazy("Din lön och dina anställningar, som lönesystemet har sagt dem"),
        gettext_lazy("Timmarna som har gått till lönesystemet, utan ditt nummer"),
    ),
    Erased(
        "scheduling.erased",
        gettext_lazy("Din resurstid som schemasystemet har sagt den, och ditt nummer i det vi har sagt till schemat"),
        gettext_lazy("Att ett besked skickades, och när"),
    ),
    Erased(
        "people.operations.read_in",
        gettext_lazy("Dina rader i filer som vi har läst in"),
        gettext_lazy("Att det fanns en rad"),
    ),
    Erased(
        "portal.pages.erased",
        gettext_lazy("Det du har bockat av i en kurs"),
        gettext_lazy("Ingenting"),
    ),
    Erased(
        "portal.pages.feedback.erased",
        gettext_lazy("Synpunkter som du har skrivit ditt nummer eller din adress på"),
        gettext_lazy("Ingenting"),
    ),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What the municipality has decided of one kind, or that it has decided nothing."""

    what: str
    how_long: str
    decision: str


def decided() -> list[Decided]:
    """Each kind of the data map that goes by decision alone, as the rules say just now."""
    rules = {rule.kind: rule for rule in RetentionRule.objects.in_force()}
    return [_told(str(kind.label), rules.get(kind.value)) for kind in BY_DECISION]


def _told(what: str, rule: RetentionRule | None) -> Decided:
    if rule is None:
        return Decided(what, _("Tills kommunen har beslutat"), "")
    months = ngettext("%(n)d månad", "%(n)d månader", rule.months) % {"n": rule.months}
    return Decided(what, months, rule.decision)


def modules() -> Iterable[str]:
    """Where it is done, of every line."""
    return (line.module for line in (*BY_ITSELF, *WHEN_ERASED))


def swept_within() -> str:
    """How long after its time a thing may still be there: until the queue next sweeps."""
    return in_words(max(timedelta(minutes=due.minutes) for due in SCHEDULES if due.name in SWEEPS))


def in_words(time: timedelta) -> str:
    """1 dygn, 30 min, 30 sekunder"""
    if time < timedelta(minutes=1):
        seconds = int(time.total_seconds())
        return ngettext("%(n)d sekund", "%(n)d sekunder", seconds) % {"n": seconds}
    return _("%(n)d dygn") % {"n": time // A_DAY} if time >= A_DAY and not time % A_DAY else length(time)
