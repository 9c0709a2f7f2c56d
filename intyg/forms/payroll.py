"""What the payroll office fills in, one form for each certificate."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.period import STOCKHOLM
from intyg import imported, worked
from intyg.details import gross_name
from intyg.forms.employer import EmployerForm
from intyg.forms.officers import PayrollForm, money, words
from intyg.models import CertificateRequest, CertificateType
from portal.templatetags.times import clock, hours


class ServiceForm(PayrollForm):
    """Tjänstgöringsintyg."""

    tasks = forms.CharField(
        label=gettext_lazy("Arbetsuppgifter, kort"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class LostIncomeForm(PayrollForm):
    """Intyg om förlorad arbetsinkomst. Holiday pay of 12 per cent is added by itself, and stated."""

    given_up = forms.MultipleChoiceField(
        label=gettext_lazy("Bokade pass som vikarien lämnade"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Välj minst ett pass. Utan ett lämnat pass finns inget att intyga.")},
    )
    hourly_pay = money(gettext_lazy("Timlön före skatt, kr"))
    deducted = forms.BooleanField(label=gettext_lazy("Lön betalas inte ut för tiden"))

    def extend(self) -> None:
        """The shifts that she gave up in the period: those she picked, or all that are proof, are ticked."""
        asked = self.asked
        proof = worked.given_up(asked.substitute, asked.first_day, asked.last_day)
        perhaps = worked.given_up(asked.substitute, asked.first_day, asked.last_day, reasons=worked.PERHAPS)
        field = self.fields["given_up"]
        field.choices = [(shift.key, _shift(shift)) for shift in (*proof, *perhaps)]  # type: ignore[attr-defined]
        field.initial = asked.given_up or [shift.key for shift in proof]
        if not proof:
            field.help_text = _("Inga lämnade pass finns i perioden.")
        self.fields["hourly_pay"].help_text = _("Förlorad semesterersättning, 12 procent, räknas till och skrivs ut.")

    def known(self) -> dict[str, Decimal]:
        """Pay by the hour on the last day."""
        return imported.hourly_pay(self.asked.substitute, self.asked.last_day)


class AnnualIncomeForm(PayrollForm):
    """Uppgifter om årsinkomst."""

    remark = words(gettext_lazy("Anmärkning"))

    def extend(self) -> None:
        """A sum for each month that is over."""
        this_month = self.at.astimezone(STOCKHOLM).date().replace(day=1)
        for month in worked.months_of(self.asked.first_day, self.asked.last_day):
            if month < this_month:
                self.fields[gross_name(month)] = money(_month(month))

    def known(self) -> dict[str, Decimal]:
        """Pay before tax of each month."""
        return imported.gross(self.asked.substitute, self.asked.first_day, self.asked.last_day)


def _shift(shift: worked.Shift) -> str:
    """13 april 2026, 07.00–16.00, Solgården, 8 tim. Lämnat 10 april 2026 av Elin Ek: vikarien kan inte komma"""
    span = f"{clock(shift.period.starts)}–{clock(shift.period.ends)}"
    said = f"{date_format(shift.day, 'j F Y')}, {span}, {shift.workplace}, {hours(shift.hours)}"
    if shift.released_at is None:
        return said
    facts = {"day": date_format(shift.released_at.astimezone(STOCKHOLM), "j F Y"), "who": shift.released_by}
    return f"{said}. {_('Lämnat %(day)s av %(who)s') % facts}: {shift.why}"


def _month(month: date) -> str:
    return _("Lön före skatt, %(month)s, kr") % {"month": date_format(month, "F Y")}


FORMS: dict[CertificateType, type[PayrollForm]] = {
    CertificateType.EMPLOYER: EmployerForm,
    CertificateType.SERVICE: ServiceForm,
    CertificateType.LOST_INCOME: LostIncomeForm,
    CertificateType.ANNUAL_INCOME: AnnualIncomeForm,
}


def form_for(asked: CertificateRequest, *, at: datetime, data: Any = None, whole: bool = False) -> PayrollForm:  # noqa: ANN401
    """The form of the certificate that is asked for."""
    return FORMS[CertificateType(asked.type)](asked, at=at, data=data, whole=whole)
