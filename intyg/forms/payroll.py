"""What the payroll office fills in, one form for each certificate."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.period import STOCKHOLM
from intyg import worked
from intyg.details import Continued, Rules, WhyEnded, gross_name
from intyg.models import CertificateRequest, CertificateType
from portal.templatetags.times import hours

IDENTITY_NUMBER = RegexValidator(r"^\d{8}-\d{4}$", gettext_lazy("Skriv personnumret med 12 siffror: 19980404-0000."))

HIDDEN = "identity_number"
"""Is never written back into the form: it is shown on a page of its own, to whoever says why."""


def money(label: Any) -> forms.DecimalField:  # noqa: ANN401 (text or text to be translated)
    """A sum in kronor."""
    return forms.DecimalField(label=label, min_value=0, max_digits=9, decimal_places=2, localize=True)


def amount(label: Any) -> forms.DecimalField:  # noqa: ANN401 (text or text to be translated)
    """Hours, which may be left out."""
    return forms.DecimalField(label=label, min_value=0, max_digits=7, decimal_places=2, localize=True, required=False)


def words(label: Any) -> forms.CharField:  # noqa: ANN401 (text or text to be translated)
    """A few words, which may be left out."""
    return forms.CharField(label=label, max_length=200, required=False)


class PayrollForm(forms.Form):
    """What all of them have. Kept half done it asks for nothing; `whole` is what issuing takes."""

    identity_number = forms.CharField(
        label=gettext_lazy("Personnummer"),
        required=False,
        validators=[IDENTITY_NUMBER],
        help_text=gettext_lazy("Står på intyget om du fyller i det: ÅÅÅÅMMDD-NNNN."),
    )

    def __init__(
        self,
        asked: CertificateRequest,
        *,
        at: datetime,
        data: Any = None,  # noqa: ANN401 (a QueryDict)
        whole: bool = False,
    ) -> None:
        self.asked, self.at = asked, at
        super().__init__(data)
        self.extend()
        self.order_fields([name for name in self.fields if name != "identity_number"])
        for name, field in self.fields.items():
            kept = asked.details.get(name)
            if name == HIDDEN and kept:
                field.help_text = _("Ifyllt, och dolt. Lämna tomt om det ska vara som det är.")
            elif kept is not None:
                field.initial = Decimal(kept) if isinstance(field, forms.DecimalField) else kept
            field.required = field.required and whole

    def extend(self) -> None:
        """Fields that depend on the request."""

    def details(self) -> dict[str, Any]:
        """What was filled in, as JSON can keep it."""
        filled = {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}
        if before := self.asked.details.get(HIDDEN):
            filled.setdefault(HIDDEN, before)
        return {name: str(value) if isinstance(value, Decimal) else value for name, value in filled.items()}


class EmployerForm(PayrollForm):
    """Arbetsgivarintyg."""

    rules = forms.ChoiceField(
        label=gettext_lazy("Vilka regler gäller för a-kassan?"), choices=Rules.choices, initial=Rules.NEW
    )
    end_reason = forms.ChoiceField(
        label=gettext_lazy("Varför anställningen slutade"), choices=WhyEnded.choices, initial=WhyEnded.GOES_ON
    )
    continued = forms.ChoiceField(
        label=gettext_lazy("Erbjuden fortsatt arbete"), choices=Continued.choices, initial=Continued.YES
    )
    continued_extent = words(gettext_lazy("Hur mycket fortsatt arbete"))
    leave = words(gettext_lazy("Tjänstledighet"))
    severance = words(gettext_lazy("Avgångsvederlag"))
    hourly_pay = money(gettext_lazy("Timlön före skatt, kr"))
    absence_hours = amount(gettext_lazy("Frånvaro, timmar"))
    additional_hours = amount(gettext_lazy("Mertid, timmar"))
    overtime_hours = amount(gettext_lazy("Övertid, timmar"))
    additions = words(gettext_lazy("Tillägg: ob, jour, sjuklön"))
    holiday_pay = money(gettext_lazy("Semesterersättning, kr"))

    def extend(self) -> None:
        """The older rules take more, which the new ones get from Skatteverket."""
        for name in ("hourly_pay", "holiday_pay"):
            self.fields[name].required = False
        self.fields["hourly_pay"].help_text = _("Det här och följande behövs bara för de äldre reglerna.")

    def clean(self) -> dict[str, Any]:
        """By the older rules the pay must be there."""
        filled = super().clean() or self.cleaned_data
        whole = self.fields["rules"].required
        if whole and filled.get("rules") == Rules.OLD and not filled.get("hourly_pay"):
            self.add_error("hourly_pay", _("De äldre reglerna kräver timlönen."))
        return filled


class ServiceForm(PayrollForm):
    """Tjänstgöringsintyg."""

    tasks = forms.CharField(
        label=gettext_lazy("Arbetsuppgifter, kort"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class LostIncomeForm(PayrollForm):
    """Intyg om förlorad arbetsinkomst."""

    given_up = forms.MultipleChoiceField(
        label=gettext_lazy("Bokade pass som vikarien lämnade"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Välj minst ett pass. Utan ett lämnat pass finns inget att intyga.")},
    )
    hourly_pay = money(gettext_lazy("Timlön före skatt, kr"))
    deducted = forms.BooleanField(label=gettext_lazy("Lön betalas inte ut för tiden"))

    def extend(self) -> None:
        """The shifts of hers that were given up in the period; all of them, until the officer says otherwise."""
        shifts = worked.given_up(self.asked.substitute, self.asked.first_day, self.asked.last_day)
        field = self.fields["given_up"]
        field.choices = [(shift.key, _shift(shift)) for shift in shifts]  # type: ignore[attr-defined]
        field.initial = [shift.key for shift in shifts]
        if not shifts:
            field.help_text = _("Inga lämnade pass finns i perioden.")


class AnnualIncomeForm(PayrollForm):
    """Uppgifter om årsinkomst."""

    remark = words(gettext_lazy("Anmärkning"))

    def extend(self) -> None:
        """A sum for each month that is over."""
        this_month = self.at.astimezone(STOCKHOLM).date().replace(day=1)
        for month in worked.months_of(self.asked.first_day, self.asked.last_day):
            if month < this_month:
                self.fields[gross_name(month)] = money(_month(month))


def _shift(shift: worked.Shift) -> str:
    return f"{date_format(shift.day, 'j F Y')}, {shift.workplace}, {hours(shift.hours)}"


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
