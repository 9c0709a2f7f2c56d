"""A substitute's papers: a new one, and its last day."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import access
from people.forms.days import LIKELY, day_field
from people.forms.person import SharingForm, words
from people.models import Area, Competence, Occupation, PayForm, RuleProfile, User, Workplace
from people.operations.papers import Terms

NOT_IN_THE_LIST: dict[str, Any] = {
    "required": gettext_lazy("Välj i listan."),
    "invalid_choice": gettext_lazy("Välj i listan."),
}


class DaysForm(forms.Form):
    """The first day and the last."""

    starts = day_field(label=gettext_lazy("Första dagen"), validators=LIKELY)
    ends = day_field(
        label=gettext_lazy("Sista dagen"),
        required=False,
        validators=LIKELY,
        help_text=gettext_lazy("Lämna tomt om det gäller tills vidare."),
    )


class PlaceForm(forms.Form):
    """Where, of the areas that somebody may agree for, and as what. Occupations are shared by every place."""

    place = forms.ChoiceField(label=gettext_lazy("Var"), error_messages=NOT_IN_THE_LIST)
    occupation = forms.ModelChoiceField(
        Occupation.objects.order_by("name"),
        label=gettext_lazy("Yrke"),
        empty_label=gettext_lazy("Välj"),
        error_messages=NOT_IN_THE_LIST,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, user: User, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        """`user` decides the places."""
        super().__init__(data, **kwargs)
        areas = areas_to_agree_for(user)
        workplaces = list(Workplace.objects.filter(area__in=areas).order_by("name"))
        places: list[Area | Workplace] = [*areas, *workplaces]
        self.places = {str(place.pk): place for place in places}
        self.fields["place"].choices = [("", _("Välj")), *by_area(areas, workplaces)]  # type: ignore[attr-defined]

    def clean_place(self) -> Area | Workplace:
        """The area or the workplace itself."""
        return self.places[self.cleaned_data["place"]]


class AgreementForm(PlaceForm, DaysForm):
    """Where somebody may work, as what, and for how long. Profiles are shared by every place."""

    pay_form = forms.ChoiceField(
        label=gettext_lazy("Löneform"), choices=PayForm.choices, initial=PayForm.HOURLY, error_messages=NOT_IN_THE_LIST
    )
    rule_profile = forms.ModelChoiceField(
        RuleProfile.objects.order_by("name"),
        label=gettext_lazy("Regelprofil"),
        required=False,
        empty_label=gettext_lazy("Som i områdets regelverk"),
        error_messages=NOT_IN_THE_LIST,
    )

    field_order: Collection[str] = ["place", "occupation", "pay_form", "rule_profile", "starts", "ends"]

    def terms(self) -> Terms:
        """What the agreement says."""
        asked = self.cleaned_data
        named = {name: asked[name] for name in ("place", "occupation", "starts", "ends", "rule_profile")}
        return Terms(**named, pay_form=PayForm(asked["pay_form"]))


class NewSubstituteForm(SharingForm, AgreementForm):
    """Somebody new, with the first agreement: without one she is nobody's to plan."""

    born = day_field(
        label=gettext_lazy("Födelsedag"),
        validators=LIKELY,
        help_text=gettext_lazy("Används bara till användarnamnet och sparas inte."),
    )
    employee_number = forms.CharField(
        **words(gettext_lazy("Skriv anställningsnumret."), label=gettext_lazy("Anställningsnummer"), max_length=20)
    )

    protected = forms.BooleanField(
        label=gettext_lazy("Skyddade personuppgifter"),
        required=False,
        help_text=gettext_lazy(
            "Namn, telefon och e-post döljs för alla när du har sparat. "
            "Bara den som ansvarar för skyddade uppgifter ser dem."
        ),
    )

    invited = forms.BooleanField(
        label=gettext_lazy("Skicka en inbjudan med sms"),
        required=False,
        initial=True,
        help_text=gettext_lazy("En länk där personen väljer sitt lösenord. Den gäller i 7 dagar."),
    )

    field_order = [
        "first_name", "last_name", "born", "employee_number", "phone", "shares_phone", "email", "protected",
        *AgreementForm.field_order, "invited",
    ]  # fmt: skip


class CompetenceForm(DaysForm):
    """What somebody can do, and for how long that is proved. Competences are words that every place shares."""

    competence = forms.ModelChoiceField(
        Competence.objects.order_by("name"),
        label=gettext_lazy("Kompetens"),
        empty_label=gettext_lazy("Välj"),
        error_messages=NOT_IN_THE_LIST,
    )

    field_order = ["competence", "starts", "ends"]


class LastDayForm(forms.Form):
    """When a paper ends."""

    ends = day_field(label=gettext_lazy("Sista dagen"), validators=LIKELY)


def areas_to_agree_for(user: User) -> list[Area]:
    """The areas where the user may make agreements."""
    granting = [given for given in access.assignments(user) if "agreement.add" in given.definition.actions]
    return sorted({given.area for given in granting if given.area}, key=lambda area: area.name)


def by_area(areas: Iterable[Area], workplaces: Collection[Workplace]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each area's choices under its name: the whole of it, and each of its workplaces."""
    return [
        (
            area.name,
            [
                (str(area.pk), _("Hela %(area)s") % {"area": area}),
                *((str(place.pk), place.name) for place in workplaces if place.area_id == area.pk),
            ],
        )
        for area in areas
    ]
