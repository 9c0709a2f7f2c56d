"""What a duty of the register gives: a role, and a place of the kind that the role is given for."""

from typing import Any

from people.forms.roles import of_its_reach
from people.forms.scoped import ScopedForm
from people.models import DutyRule


class DutyRuleForm(ScopedForm):
    """As it is kept."""

    class Meta:
        model = DutyRule
        fields = ("duty_role", "organisation", "role", "area", "workplace")

    def clean(self) -> dict[str, Any]:
        """A place of the right kind, and no other."""
        return of_its_reach(self, super().clean() or self.cleaned_data)
