"""What the list of substitutes can be narrowed to."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.narrowing import Narrowing, Rows
from booking.matching import expiring
from booking.models import Absence, Availability, Booking, Kind
from booking.period import Period
from booking.weeks import Week, local_day
from people import access
from people.models import Agreement, Area, Competence, Occupation, RecordsCheck, SubstituteCompetence, User

ANY = ("", gettext_lazy("Alla"))
YES, NO = "ja", "nej"
EMPTY, FILLED = "tom", "tid"
SOON, OVER = "30", "slut"
A_MONTH = timedelta(days=30)
HERS = {"substitute": OuterRef("pk")}


class SubstituteNarrowing(Narrowing):
    """Substitutes. Papers count as far as the reader sees them: nobody is found by one that is another area's."""

    SEARCHED: ClassVar = ("user__first_name", "user__last_name", "employee_number")

    area = forms.ModelChoiceField(
        label=gettext_lazy("Område"), queryset=Area.objects.none(), required=False, empty_label=gettext_lazy("Alla")
    )
    occupation = forms.ModelChoiceField(
        label=gettext_lazy("Yrke"), queryset=Occupation.objects.none(), required=False, empty_label=gettext_lazy("Alla")
    )
    competence = forms.ModelChoiceField(
        label=gettext_lazy("Kompetens"),
        queryset=Competence.objects.none(),
        required=False,
        empty_label=gettext_lazy("Alla"),
    )
    bookable = forms.ChoiceField(
        label=gettext_lazy("Kan bokas"),
        choices=[ANY, (YES, gettext_lazy("Ja")), (NO, gettext_lazy("Nej"))],
        required=False,
    )
    week = forms.ChoiceField(
        label=gettext_lazy("Nästa vecka"),
        choices=[ANY, (EMPTY, gettext_lazy("Tom")), (FILLED, gettext_lazy("Har tid eller pass"))],
        required=False,
    )
    papers = forms.ChoiceField(
        label=gettext_lazy("Papper"),
        choices=[ANY, (SOON, gettext_lazy("Går ut inom 30 dagar")), (OVER, gettext_lazy("Har nyss gått ut"))],
        required=False,
    )

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(data, user=user, now=now)
        fields: dict[str, Any] = self.fields
        fields["q"].label = _("Sök namn eller nummer")
        fields["q"].widget.input_type = "search"
        fields["area"].queryset = access.scope(user, Area.objects.order_by("name"))
        for name, model in (("occupation", Occupation), ("competence", Competence)):
            fields[name].queryset = model.objects.order_by("name")
            fields[name].label_from_instance = lambda row: capfirst(row.name)

    def ordered(self, rows: Rows) -> Rows:
        """By name."""
        return rows.order_by("user__last_name", "user__first_name", "pk")

    def by_area(self, rows: Rows, area: Area) -> Rows:
        """With an agreement there that is not over, as the occupation if one was chosen."""
        there = Q(area=area) | Q(workplace__area=area)
        return rows.filter(Exists(self._agreements().not_over(now=self.now).filter(there)))

    def by_occupation(self, rows: Rows, _occupation: Occupation) -> Rows:
        """With an agreement for it that is not over; `by_area` has asked for it already if there is an area."""
        if self.cleaned_data.get("area"):
            return rows
        return rows.filter(Exists(self._agreements().not_over(now=self.now)))

    def by_competence(self, rows: Rows, competence: Competence) -> Rows:
        """Who has it now, or one that stands for it."""
        good_for = Q(competence=competence) | Q(competence__stands_for=competence)
        held = access.scope(self.user, SubstituteCompetence.objects.filter(good_for, **HERS))
        return rows.filter(Exists(held.filter(starts__lte=self.now).not_over(now=self.now)))

    def by_bookable(self, rows: Rows, wanted: str) -> Rows:
        """Active, and with an agreement in force."""
        in_force = self._agreements(any_occupation=True).filter(starts__lte=self.now).not_over(now=self.now)
        bookable = Q(is_active=True, user__is_active=True) & Q(Exists(in_force))
        return rows.filter(bookable if wanted == YES else ~bookable)

    def by_week(self, rows: Rows, wanted: str) -> Rows:
        """Neither time nor shift in the week after this; whoever is away is not asked for any."""
        week = self.next_week
        time = Availability.objects.touching(week).filter(**HERS).exclude(kind=Kind.NOT_AVAILABLE)
        shifts = Booking.objects.occupying().overlapping(week).filter(**HERS)
        filled = Q(Exists(time)) | Q(Exists(shifts))
        away = Exists(Absence.objects.filter(starts__lt=week.ends, ends__gt=week.starts, **HERS))
        return rows.filter(filled) if wanted == FILLED else rows.filter(~filled & ~Q(away))

    def by_papers(self, rows: Rows, wanted: str) -> Rows:
        """With one that ends, or has ended, and that nothing goes on after."""
        later, before = self.now + A_MONTH, self.now - A_MONTH
        span = Period(self.now, later) if wanted == SOON else Period(before, self.now)
        ending: list[tuple[Callable[[Any, Period], QuerySet[Any]], QuerySet[Any]]] = [
            (expiring.agreements, Agreement.objects.all()),
            (expiring.competences, SubstituteCompetence.objects.all()),
            (expiring.checks, RecordsCheck.objects.all()),
        ]
        some = Q()
        for question, papers in ending:
            some |= Q(pk__in=question(access.scope(self.user, papers), span).values("substitute"))
        return rows.filter(some)

    @property
    def next_week(self) -> Period:
        """The week after this."""
        return Week.of(local_day(self.now)).after.span

    def _agreements(self, *, any_occupation: bool = False) -> Any:  # noqa: ANN401 (an AgreementQuerySet)
        """Hers, as the reader sees them, for the occupation that was chosen."""
        seen = access.scope(self.user, Agreement.objects.filter(**HERS))
        chosen = None if any_occupation else self.cleaned_data.get("occupation")
        return seen.filter(occupation=chosen) if chosen else seen
