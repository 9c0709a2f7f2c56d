"""What a booking assistant is to do: every selection, and when it works."""

import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.assistant import in_words
from booking.assistant.in_words import Said
from booking.forms.lengths import LengthField
from booking.forms.order_columns import NOT_IN_THE_LIST
from booking.forms.wall_clock import clock_field
from booking.models import AssistantProfile, Kind
from people import access, changes
from people.models import Area, PayForm, User, Workplace

TIED = ("areas", "workplaces", "occupations", "reasons", "rule_profiles")
PLAIN = (
    *("name", "pay_form", "kinds", "starts_after", "starts_within", "open_for"),
    *("priority", "mode", "works_from", "works_to", "interval", "tell"),
)
KINDS = [
    (Kind.AVAILABLE, gettext_lazy("Kan jobba")),
    (Kind.ASK_ME, gettext_lazy("Vill bli frågad först")),
    (Kind.RESOURCE, Kind.RESOURCE.label),
    (Kind.ACUTE_RESOURCE, Kind.ACUTE_RESOURCE.label),
]
NEEDED = {"required": gettext_lazy("Skriv en tid, som 3 tim eller 14 dygn.")}
A_TURN: dict[str, Any] = dict.fromkeys(
    ("required", "invalid", "min_value", "max_value"), gettext_lazy("Skriv en siffra från 1 till 99.")
)


class AssistantProfileForm(forms.Form):
    """As it stands, or as another is copied."""

    name = forms.CharField(
        label=gettext_lazy("Namn"), max_length=80, error_messages={"required": gettext_lazy("Skriv ett namn.")}
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("Vad den gör"), widget=forms.RadioSelect, error_messages=NOT_IN_THE_LIST
    )
    starts_after = LengthField(label=gettext_lazy("Pass som börjar tidigast om"), error_messages=NEEDED)
    starts_within = LengthField(label=gettext_lazy("Pass som börjar senast om"), error_messages=NEEDED)
    open_for = LengthField(
        label=gettext_lazy("Pass som har saknat vikarie i minst"),
        help_text=gettext_lazy("Låter en annan assistent välja först. Tomt: den väntar inte."),
        required=False,
    )
    pay_form = forms.ChoiceField(
        label=gettext_lazy("Löneform"), required=False, error_messages=NOT_IN_THE_LIST,
    )  # fmt: skip
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Slag av tid"),
        choices=KINDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=NOT_IN_THE_LIST,
    )
    priority = forms.IntegerField(
        label=gettext_lazy("Turordning"),
        min_value=1,
        max_value=99,
        help_text=gettext_lazy("1 väljer först bland dem i samma område."),
        error_messages=A_TURN,
    )
    works_from = clock_field(label=gettext_lazy("Arbetar från"), required=False)
    works_to = clock_field(label=gettext_lazy("Arbetar till"), required=False)
    interval = LengthField(label=gettext_lazy("Arbetar en gång var"), required=False)
    tell = forms.ChoiceField(
        label=gettext_lazy("Meddelar bemanningen"),
        choices=AssistantProfile.Tell.choices,
        error_messages=NOT_IN_THE_LIST,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    key = forms.UUIDField(
        required=False,
        initial=uuid.uuid4,
        widget=forms.HiddenInput,
        error_messages={"invalid": gettext_lazy("Öppna sidan igen och försök en gång till.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, user: User, initial: Mapping[str, Any]) -> None:
        """`user` decides the areas, and the workplaces in them."""
        super().__init__(data, initial=dict(initial))
        modes = AssistantProfile.Mode
        self._choices("mode", [(mode, in_words.MEANS[mode]) for mode in modes])
        self._choices("pay_form", [("", _("Alla")), *PayForm.choices])
        areas = access.scope(user, Area.objects.all(), "view").order_by("name")
        rows: dict[str, Any] = {
            "areas": areas.filter(pk__in=hers(user)),
            "workplaces": Workplace.objects.filter(area__in=hers(user)).select_related("area").order_by("name"),
        }
        for name in TIED:
            self.fields[name] = self._many(name, rows.get(name))

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (a field of ours)
        field.choices = choices

    def _many(self, name: str, rows: Any) -> "forms.ModelMultipleChoiceField[Any]":  # noqa: ANN401 (of any model)
        column: Any = AssistantProfile._meta.get_field(name)
        queryset = column.related_model.objects.order_by("name") if rows is None else rows
        field = forms.ModelMultipleChoiceField(
            queryset,
            label=column.verbose_name.capitalize(),
            required=name == "areas",
            widget=forms.CheckboxSelectMultiple,
            error_messages=NOT_IN_THE_LIST
            | {"required": _("Välj minst ett område."), "invalid_list": _("Välj i listan.")},
        )
        if name == "workplaces":
            field.label_from_instance = lambda place: f"{place}, {place.area}"  # type: ignore[method-assign, assignment]
        return field

    def said(self, profile: AssistantProfile) -> AssistantProfile:
        """The row as it is now to be, not yet saved."""
        for name in PLAIN:
            setattr(profile, name, self.cleaned_data[name])
        profile.open_for = profile.open_for or timedelta()
        return profile

    def clean_key(self) -> uuid.UUID:
        """What the form is known by, so that it makes one however often it is sent."""
        key: uuid.UUID | None = self.cleaned_data["key"]
        return key or uuid.uuid4()

    @property
    def tied(self) -> dict[str, list[Any]]:
        """What it is to be tied to, by field."""
        return {name: list(self.cleaned_data[name]) for name in TIED}

    def in_words(self) -> str:
        """What it will do, as far as it is filled in; empty until it says where and how."""
        data = self.cleaned_data if self.is_bound and self.errors is not None else {}
        if not data.get("mode") or not data.get("areas"):
            return ""
        said: dict[str, Any] = {name: [str(row) for row in data.get(name, ())] for name in TIED}
        said |= {"mode": data["mode"], "pay_form": data.get("pay_form", ""), "kinds": data.get("kinds", ())}
        said |= {name: data[name] for name in ("starts_after", "starts_within", "open_for") if data.get(name)}
        return in_words.sentence(Said(**said))


def hers(user: User) -> Any:  # noqa: ANN401 (a subquery)
    """The areas whose assistants she may set."""
    rows = access.by_role(area=["pk"])(user, frozenset({"assistantprofile.change"}))
    return Area.objects.filter(rows).values("pk") if rows else Area.objects.none().values("pk")


def as_it_stands(profile: AssistantProfile) -> dict[str, Any]:
    """The profile as its form would have been filled in."""
    plain = {name: getattr(profile, name) for name in PLAIN} | {"open_for": profile.open_for or None}
    return plain | {name: getattr(profile, name).all() for name in TIED} | {"seen": changes.mark_of(profile)}


def fresh() -> dict[str, Any]:
    """A new one, as it is when nothing is said."""
    blank = AssistantProfile()
    return {name: getattr(blank, name) for name in PLAIN} | {"open_for": None, "key": uuid.uuid4()}


def copied(profile: AssistantProfile) -> dict[str, Any]:
    """Another, of the same."""
    name = _("%(name)s, kopia") % {"name": profile.name[:70]}
    return as_it_stands(profile) | {"name": name, "seen": "", "key": uuid.uuid4()}


def next_stage(profile: AssistantProfile) -> dict[str, Any]:
    """Those who are paid by the hour, once this one has had five minutes to choose."""
    turn = min(profile.priority + 1, 99)
    name = _("%(name)s, etapp %(n)d") % {"name": profile.name[:68], "n": turn}
    stage = {"name": name, "priority": turn, "open_for": timedelta(minutes=5), "pay_form": PayForm.HOURLY}
    return copied(profile) | stage
