"""The forms that anybody may send. None of them asks who she is."""

from collections.abc import Iterable

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from booking.notifications.personal_numbers import hidden
from people import phones

AT_MOST, LONGEST = 1000, 2000  # characters
SUBJECT, REPLY_TO = 60, 120  # characters
NO_NAMES = _("Skriv inga namn eller personnummer.")
TRAP = "webbplats"
"""A field that nobody sees, and that programs fill in."""


def without_personal_numbers(text: str) -> None:
    """Refuse a text with a personnummer in it."""
    if hidden(text) != text:
        raise ValidationError(gettext("Det ser ut att finnas ett personnummer i texten. Ta bort det och skicka igen."))


class Trapped(forms.Form):
    """With the field that nobody sees."""

    webbplats = forms.CharField(required=False)

    @property
    def is_trapped(self) -> bool:
        """Whether a program has filled it in."""
        return bool(self.data.get(TRAP))


class CommentForm(Trapped):
    """What a reader adds to her yes or no."""

    kommentar = forms.CharField(
        label=_("Vill du säga något mer?"),
        required=False,
        max_length=AT_MOST,
        validators=[without_personal_numbers],
        widget=forms.Textarea({"rows": 4}),
        help_text=NO_NAMES,
        error_messages={"max_length": _("Skriv högst 1 000 tecken.")},
    )

    def __init__(self, *args: object, helped: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what Django hands in
        if not helped:
            self.fields["kommentar"].label = gettext("Vad saknade du?")


class FeedbackForm(Trapped):
    """A subject, a text, and how she is reached if she wants an answer."""

    amne = forms.ChoiceField(label=_("Vad gäller det?"), error_messages={"required": _("Välj vad det gäller.")})
    text = forms.CharField(
        label=_("Din synpunkt"),
        max_length=LONGEST,
        validators=[without_personal_numbers],
        widget=forms.Textarea({"rows": 6}),
        help_text=NO_NAMES,
        error_messages={
            "required": _("Skriv det du vill säga."),
            "max_length": _("Skriv högst 2 000 tecken."),
        },
    )
    svar_till = forms.CharField(
        label=_("E-post eller telefon"),
        required=False,
        max_length=REPLY_TO,
        validators=[without_personal_numbers],
        help_text=_("Fyll i om du vill ha svar. Du kan vara anonym."),
    )

    def __init__(self, *args: object, subjects: Iterable[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what Django hands in
        self.fields["amne"].choices = [("", gettext("Välj")), *((each, each) for each in subjects)]  # type: ignore[attr-defined]

    def clean_svar_till(self) -> str:
        """An address or a number, which can be answered."""
        said: str = self.cleaned_data["svar_till"].strip()
        if not said or phones.e164(said, settings.PHONE_REGION):
            return said
        try:
            validate_email(said)
        except ValidationError:
            raise ValidationError(gettext("Skriv en e-postadress eller ett telefonnummer.")) from None
        return said
