"""To whom the officer hands a request, and which days it is to be of."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intyg.forms.wish import LONGEST, Day
from intyg.models import CertificateRequest
from people.forms.days import LIKELY
from people.models import RoleAssignment, User

HANDLE = "certificaterequest.handle"


class HandOverForm(forms.Form):
    """A colleague; or nobody, and it is back in the queue."""

    to = forms.ModelChoiceField(
        User.objects.none(), label=gettext_lazy("Lämna till"), required=False, empty_label=gettext_lazy("Kön")
    )

    def __init__(self, user: User, *, at: datetime, data: Any = None) -> None:  # noqa: ANN401 (a QueryDict)
        super().__init__(data)
        officers = RoleAssignment.objects.granting([HANDLE], now=at).values("user")
        colleagues = User.objects.filter(pk__in=officers, is_active=True).exclude(pk=user.pk)
        self.fields["to"].queryset = colleagues.order_by("first_name", "last_name")  # type: ignore[attr-defined]


class CoverForm(forms.Form):
    """The days that the certificate is of."""

    first_day = forms.DateField(label=gettext_lazy("Från och med"), widget=Day, validators=LIKELY)
    last_day = forms.DateField(label=gettext_lazy("Till och med"), widget=Day, validators=LIKELY)

    def __init__(self, asked: CertificateRequest, *, data: Any = None) -> None:  # noqa: ANN401 (a QueryDict)
        super().__init__(data, initial={"first_day": asked.first_day, "last_day": asked.last_day})

    def clean(self) -> dict[str, Any]:
        """In order, and not of a lifetime."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first_day"), said.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Den sista dagen kommer före den första. Byt plats på dem."))
        elif first and last and last - first > LONGEST:
            self.add_error("last_day", _("Välj högst tio år."))
        return said
