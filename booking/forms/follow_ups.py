"""Which of the tasks a planner wants to see."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import PlannerTask
from booking.models.follow_up import PlannerTaskQuerySet
from people import access
from people.models import Area, User


class TaskFilter(forms.Form):
    """By kind, and by area for a planner of several. What is none of the choices chooses nothing away."""

    kind = forms.ChoiceField(label=gettext_lazy("Slag"), required=False)
    area = forms.ModelChoiceField(
        label=gettext_lazy("Område"), queryset=Area.objects.none(), required=False, empty_label=gettext_lazy("Alla")
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        kinds = [(value, capfirst(name)) for value, name in PlannerTask.Kind.choices]
        fields["kind"].choices = [("", _("Alla")), *kinds]
        hers = {one.area_id for one in access.assignments(user) if one.area_id}
        if len(hers) > 1:
            fields["area"].queryset = access.scope(user, Area.objects.filter(pk__in=hers)).order_by("name")
        else:
            del fields["area"]

    @property
    def chosen(self) -> dict[str, Any]:
        """What was chosen, by field."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrowed(self, tasks: PlannerTaskQuerySet) -> PlannerTaskQuerySet:
        """The tasks that were chosen."""
        return tasks.filter(**self.chosen)
