"""What people write in a request: words, and no personal numbers."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

IDENTITY_NUMBER = re.compile(r"\b(?:\d{2})?\d{6}[-+ ]?\d{4}\b")


def no_number(text: str) -> None:
    """`ValidationError` if a personal number is in the text: more read it than it concerns."""
    if IDENTITY_NUMBER.search(text):
        raise forms.ValidationError(_("Ta bort personnumret. Lönecentrum har det redan."))


class QuestionForm(forms.Form):
    """What the office asks the applicant."""

    text = forms.CharField(
        label=gettext_lazy("Fråga till vikarien"),
        max_length=500,
        validators=[no_number],
        help_text=gettext_lazy("Vikarien läser frågan i portalen, och får ett sms om att den finns."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswerForm(forms.Form):
    """What she answers."""

    answer = forms.CharField(
        label=gettext_lazy("Ditt svar"),
        max_length=1000,
        validators=[no_number],
        help_text=gettext_lazy("Skriv inte personnummer."),
        error_messages={"required": gettext_lazy("Skriv ett svar.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class RefusalForm(forms.Form):
    """Saying no takes a reason, which the applicant reads."""

    reason = forms.CharField(
        label=gettext_lazy("Skäl"),
        max_length=300,
        validators=[no_number],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Vikarien läser det. Skriv också vad som går att göra i stället."),
    )


class CorrectionForm(forms.Form):
    """Mending what was issued takes a reason, which the applicant reads."""

    reason = forms.CharField(
        label=gettext_lazy("Vad är fel i intyget?"),
        max_length=300,
        validators=[no_number],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Vikarien läser det. Intyget finns kvar tills det nya är utfärdat."),
    )


class SendBackForm(forms.Form):
    """What whoever filled it in is to mend."""

    words = forms.CharField(
        label=gettext_lazy("Vad ska rättas?"),
        max_length=300,
        validators=[no_number],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Läses av den som fyllde i intyget."),
    )
