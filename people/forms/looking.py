"""Why somebody looks at what is sensitive."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.models import LookedAt


class ReasonForm(forms.Form):
    """One of a few reasons: what is written by hand could say more of the person than the page does."""

    reason = forms.ChoiceField(
        label=_("Varför behöver du se uppgifterna?"),
        choices=LookedAt.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj varför du behöver se uppgifterna.")},
        help_text=_("Skälet sparas med ditt namn och tiden. Personen ser skälet, men inte vem du är."),
    )

    def reason_given(self) -> LookedAt.Reason:
        """As the look is written down."""
        return LookedAt.Reason(self.cleaned_data["reason"])
