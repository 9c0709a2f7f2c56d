"""What the officers' forms have in common: what is kept half done, what is hidden, and what was imported."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intyg.models import CertificateRequest

IDENTITY_NUMBER = RegexValidator(r"^\d{8}-\d{4}$", gettext_lazy("Skriv personnumret med 12 siffror: 19980404-0000."))

HIDDEN = "identity_number"
"""Is never written back into the form: it is shown on a page of its own, to whoever says why."""


def money(label: Any, *, required: bool = True) -> forms.DecimalField:  # noqa: ANN401 (text or text to be translated)
    """A sum in kronor."""
    return forms.DecimalField(
        label=label, min_value=0, max_digits=9, decimal_places=2, localize=True, required=required
    )


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
        self.asked, self.at, self.whole = asked, at, whole
        super().__init__(data)
        self.extend()
        self.order_fields([name for name in self.fields if name != HIDDEN])
        self.imported = {name: value for name, value in self.known().items() if name in self.fields}
        for name, field in self.fields.items():
            self._begin_with(name, field)
            field.required = field.required and whole

    def extend(self) -> None:
        """Fields that depend on the request."""

    def known(self) -> dict[str, Decimal]:
        """What the payroll system has told, by the name of the field."""
        return {}

    def _begin_with(self, name: str, field: forms.Field) -> None:
        kept = self.asked.details.get(name)
        if name == HIDDEN and kept:
            field.help_text = _("Ifyllt, och dolt. Lämna tomt om det ska vara som det är.")
        elif kept is not None:
            field.initial = Decimal(kept) if isinstance(field, forms.DecimalField) else kept
        elif name in self.imported:
            field.initial = self.imported[name]
        if name in self.imported:
            field.help_text = _("Hämtat från lönesystemet.")
            if kept is not None and field.initial != self.imported[name]:
                field.help_text = _("Ändrat. Lönesystemet säger %(sum)s.") % {
                    "sum": number_format(self.imported[name], 2, force_grouping=True)
                }

    def details(self) -> dict[str, Any]:
        """What was filled in, as JSON can keep it."""
        filled = {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}
        if before := self.asked.details.get(HIDDEN):
            filled.setdefault(HIDDEN, before)
        return {name: str(value) if isinstance(value, Decimal) else value for name, value in filled.items()}

    def changed(self) -> list[str]:
        """Which of what was imported she has changed."""
        return [name for name, value in self.imported.items() if self.cleaned_data.get(name) != value]
