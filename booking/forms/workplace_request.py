"""She asks for a workplace; and what a planner says to it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.order import OrderForm
from booking.forms.standing import PlaceForm
from booking.operations.introductions import Shift
from people.forms.days import LIKELY, day_field
from people.forms.papers import AgreementForm, areas_to_agree_for
from people.models import Occupation, User, Workplace

NOT_HERS_TO_SAY = ("workplace", "competences", "reason", "reference", "note", "advertise")
"""What an introduction has from the request, or does not have."""


class AskForm(PlaceForm):
    """Which workplace, and why if she likes."""

    text = forms.CharField(
        label=gettext_lazy("Något vi bör veta"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Till exempel varför du vill dit, eller när du kan komma."),
        error_messages={"max_length": gettext_lazy("Skriv högst 300 tecken.")},
    )

    @property
    def has_places(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self._places)


class DeclineForm(forms.Form):
    """Why not, as she will read it."""

    reason = forms.CharField(
        label=gettext_lazy("Varför går det inte?"),
        max_length=200,
        help_text=gettext_lazy("Vikarien läser det. Skriv inget om andra personer."),
        error_messages={
            "required": gettext_lazy("Skriv varför det inte går."),
            "max_length": gettext_lazy("Skriv högst 200 tecken."),
        },
    )


class IntroducedForm(forms.Form):
    """When she was introduced."""

    given_on = day_field(label=gettext_lazy("Vilken dag"), validators=LIKELY)


class IntroductionForm(OrderForm):
    """The shift that introduces her. `needs_why` when the rules let it be with a reason alone."""

    why = forms.CharField(label=gettext_lazy("Varför går det ändå?"), max_length=200, required=False)
    needs_why = False

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, occupations: QuerySet[Occupation], user: User, now: datetime
    ) -> None:
        """`occupations` are those of the agreements that she could be booked on."""
        super().__init__(data, user=user, now=now)
        self.auto_id = "plan_%s"
        for name in NOT_HERS_TO_SAY:
            del self.fields[name]
        fields: dict[str, Any] = self.fields
        fields["occupation"].queryset = occupations.order_by("name")
        if len(occupations) == 1:
            fields["occupation"].initial = occupations[0]
        fields["text"].help_text = _("Till vikarien.")

    def shift(self) -> Shift:
        """As the operation wants it."""
        (starts, ends), *_more = self.spans
        said = self.cleaned_data
        named = {name: said[name] for name in ("occupation", "break_minutes", "contact", "text", "command")}
        return Shift(starts=starts, ends=ends, **named)


class AgreementHereForm(AgreementForm):
    """An agreement that reaches the workplace: for it, or for all of its area."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        user: User,
        workplace: Workplace,
        **kwargs: Any,  # noqa: ANN401 (Django's)
    ) -> None:
        super().__init__(data, user=user, **kwargs)
        here = {str(workplace.pk), str(workplace.area_id)}
        self.places = {key: place for key, place in self.places.items() if key in here}
        named = [
            (key, _("Hela %(area)s") % {"area": place} if place == workplace.area else str(place))
            for key, place in self.places.items()
        ]
        self.fields["place"].choices = [("", _("Välj")), *reversed(named)]  # type: ignore[attr-defined]


def may_agree(user: User, workplace: Workplace) -> bool:
    """Whether the user may make agreements there."""
    return workplace.area in areas_to_agree_for(user)
