"""What time that is put in leads to, said before it is saved."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from booking.forms.availability import WEEKDAYS, AvailabilityForm
from booking.models import RESOURCES, Absence, Availability, Booking, Kind
from booking.operations.said import Words, span_of
from booking.period import Period
from booking.templatetags.shifts import from_to, listed
from people.models import Substitute
from portal.templatetags.times import day, hours_and_minutes

LEADS_TO = {
    Kind.AVAILABLE: gettext_lazy("Du kan bokas direkt %(when)s."),
    Kind.ASK_ME: gettext_lazy("Vi frågar dig först %(when)s."),
    Kind.NOT_AVAILABLE: gettext_lazy("Vi ser att du inte kan jobba %(when)s."),
    Kind.RESOURCE: gettext_lazy("Du kan sättas in %(when)s."),
    Kind.ACUTE_RESOURCE: gettext_lazy("Du kan sättas in %(when)s, och tiderna får flyttas."),
}
AHEAD = timedelta(weeks=8)  # of time that recurs; what comes later she sees as it comes
NAMED_AT_MOST = 3


def foretold(form: AvailabilityForm, me: Substitute, *, instead_of: Period | None = None) -> list[str]:
    """In a few sentences; what is missing, if it cannot be saved. `instead_of` is what gives way anyhow."""
    if not form.is_valid():
        return [str(next(iter(form.errors.values()))[0])]
    told = [str(LEADS_TO[form.kind]) % {"when": when(form)}]
    if form.shift_minutes:
        facts = {"length": hours_and_minutes(form.shift_minutes)}
        told.append(_("Passet är högst %(length)s, och får läggas när som helst i tiden.") % facts)
    if form.kind in RESOURCES:
        told.append(
            _("Arbetad tid läggs i tidbanken.") if form.gives_time else _("Arbetad tid läggs inte i tidbanken.")
        )
    if form.workplaces:
        told.append(_("Det gäller bara %(places)s.") % {"places": listed([place.name for place in form.workplaces])})
    periods = spans(form)
    return [*told, *_about_what_is_there(form, periods, me, instead_of)] if periods else told


def when(form: AvailabilityForm) -> str:
    """Måndag och tisdag 07.00–16.00, vecka 21"""
    facts = {
        "days": listed([str(name) for number, name in WEEKDAYS if number in form.cleaned_data["dag"]]),
        "hours": hours(form),
        "week": form.week.number,
        "often": often(form),
    }
    if form.weekly:
        return _("%(days)s %(hours)s, %(often)s från vecka %(week)s") % facts
    return _("%(days)s %(hours)s, vecka %(week)s") % facts


def hours(form: AvailabilityForm) -> str:
    """07.00–16.00"""
    return from_to(*form.hours)


def often(form: AvailabilityForm) -> str:
    """Varje vecka, in the middle of a sentence; nothing of what is there once"""
    if form.weekly is None:
        return ""
    return str(dict(form.fields["ofta"].choices)[str(form.weekly.every)]).lower()  # type: ignore[attr-defined]


def spans(form: AvailabilityForm) -> list[Period]:
    """The time that it is about, as far as it is looked at."""
    if form.weekly is None:
        return form.periods
    first = form.weekly.first
    return [span for span in form.weekly.spans(first, first + AHEAD) if span.ends > form.now]


def _about_what_is_there(
    form: AvailabilityForm, periods: Collection[Period], me: Substitute, instead_of: Period | None
) -> Iterator[str]:
    """What gives way, what stands, and when it counts for nothing."""
    span = span_of(periods)
    words = Words.about(me, by=me.user, **form.words)
    said = Availability.objects.for_any_order().filter(substitute=me).touching(span).prefetch_related("workplaces")
    others = [
        row
        for row in said.order_by("starts")
        if Words.of(row) != words and not (instead_of and row.period.covers(instead_of))
    ]
    others = [row for row in others if _meets(row.period, periods)]
    stands = [row for row in others if form.weekly and not row.pattern_id]
    if gives_way := [row for row in others if row not in stands]:
        yield _("Det ersätter det du har lagt in %(days)s.") % {"days": named(gives_way)}
    if stands:
        yield _("Det du har lagt in %(days)s ligger kvar.") % {"days": named(stands)}
    shifts = Booking.objects.coming(now=form.now).of(me).overlapping(span).order_by("starts")
    if booked := [shift for shift in shifts if _meets(shift.period, periods)]:
        yield _("Du har redan pass %(days)s. Det ändras inte.") % {"days": named(booked)}
    absences = Absence.objects.filter(substitute=me).touching(span).order_by("starts")
    if away := [absence for absence in absences if _meets(absence.period, periods)]:
        yield _("Du har frånvaro %(days)s. Då bokas du inte.") % {"days": named(away)}


def named(rows: Collection[Availability] | Collection[Booking] | Collection[Absence]) -> str:
    """Måndag 18 maj och onsdag 20 maj; of many the first."""
    days = list(dict.fromkeys(day(row.starts) for row in rows))
    more = len(days) - NAMED_AT_MOST
    rest = [ngettext("%(number)d dag till", "%(number)d dagar till", more) % {"number": more}] if more > 0 else []
    return listed([*days[:NAMED_AT_MOST], *rest])


def _meets(period: Period, others: Collection[Period]) -> bool:
    return any(period.overlaps(other) for other in others)
