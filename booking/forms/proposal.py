"""A new proposal: where, which weeks, and among whom; and the lines that a planner accepts, as she saw them."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import Proposal
from booking.operations.proposals import Days
from booking.weeks import Week, local_day
from people.access import by_role
from people.models import Area, User
from portal.templatetags.times import day

AHEAD, WEEKS = 12, 4
SeenLine = tuple[uuid.UUID, int]
"""Whom the line would go to, and the version of the order's terms."""


def areas_of(user: User) -> "Any":  # noqa: ANN401 (a QuerySet of areas)
    """Where she may make proposals, by name."""
    hers = by_role(area=["pk"])(user, frozenset({"proposal.change"}))
    return Area.objects.filter(hers).order_by("name") if hers else Area.objects.none()


class NewForm(forms.Form):
    """One that is chosen before she has chosen: her only area, this week, those who have put in time."""

    command = forms.UUIDField(widget=forms.HiddenInput)
    areas = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Områden"), queryset=Area.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    week = forms.ChoiceField(label=gettext_lazy("Från och med vecka"))
    weeks = forms.TypedChoiceField(
        label=gettext_lazy("Antal veckor"), coerce=int, choices=[(n, str(n)) for n in range(1, WEEKS + 1)]
    )
    among = forms.ChoiceField(
        label=gettext_lazy("Föreslå"),
        choices=[(value, capfirst(name)) for value, name in Proposal.Among.choices],
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Du godkänner varje rad själv. Ring gärna först dem som inte har lagt in tid."),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, user: User, now: datetime, asked: Mapping[str, str]) -> None:
        first = {"command": uuid.uuid4(), "among": Proposal.Among.TIME, "weeks": 1}
        areas = areas_of(user)
        chosen = list(areas[:2])
        here = [asked["area"]] if asked.get("area") else [area.pk for area in chosen] if len(chosen) == 1 else []
        super().__init__(data, initial=first | {"week": asked.get("vecka", ""), "areas": here})
        fields: dict[str, Any] = self.fields
        fields["areas"].queryset = areas
        fields["week"].choices = [(_name(week), _told(week)) for week in _ahead(now)]

    def days(self) -> Days:
        """From the Monday of the first week to the Sunday of the last."""
        first = Week.named(self.cleaned_data["week"].replace("-", "-W"))
        return Days(first.monday, first.later(self.cleaned_data["weeks"] - 1).sunday)


def _ahead(now: datetime) -> list[Week]:
    this = Week.of(local_day(now))
    return [this.later(n) for n in range(AHEAD)]


def _name(week: Week) -> str:
    return week.monday.strftime("%G-%V")


def _told(week: Week) -> str:
    return _("vecka %(number)s, från %(first)s") % {"number": week.number, "first": day(week.monday)}


class Lines(forms.Field):
    """Lines of a page: each with whom it named, and the version of the order's terms."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Iterable[str] | None) -> dict[uuid.UUID, SeenLine]:
        """By line."""
        return dict(_read(value or ()))


def _read(lines: Iterable[str]) -> Iterator[tuple[uuid.UUID, SeenLine]]:
    for each in lines:
        try:
            line, substitute, version = each.split(".")
            yield uuid.UUID(line), (uuid.UUID(substitute), int(version))
        except ValueError as error:
            raise forms.ValidationError(_("Raden går inte att läsa. Öppna förslaget på nytt.")) from error


class AcceptForm(forms.Form):
    """Those ticked, or all that the page showed."""

    chosen = Lines(required=False)
    on_page = Lines(required=False)


class ChangeForm(forms.Form):
    """Which version of the proposal the page showed, and of whom it is said."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    substitute = forms.UUIDField(required=False)
