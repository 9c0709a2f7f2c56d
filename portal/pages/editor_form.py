"""The form of every page in the editor: its fields, the day when it is to be read again, and by whom."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import AdminDateInput

from people.models import RoleAssignment, User

HOLDS = timedelta(days=365)
"""How long what is said on a page is trusted."""

FURTHEST = timedelta(days=2 * 365)


class PortalPageForm(WagtailAdminPageForm):
    """Hands both on with the page: they are kept beside it, since they hold for every version."""

    review_by = forms.DateField(
        required=False,
        label=_("Läs igenom senast"),
        widget=AdminDateInput,
        help_text=_("Den dagen påminns den som äger sidan. Ett år fram är lagom, högst två går att välja."),
    )

    keeper = forms.ModelChoiceField(
        queryset=User.objects.none(),
        required=False,
        label=_("Äger sidan"),
        help_text=_("Den som ser till att sidan stämmer, och påminns om den. Slutar hon får alla redaktörer veta det."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Wagtail's signature)
        super().__init__(*args, **kwargs)
        review = getattr(self.instance, "review", None) if self.instance.pk else None
        self.initial["review_by"] = review.review_by if review else today() + HOLDS
        self.initial["keeper"] = self.instance.owner_id
        now = timezone.now()  # noqa: TID251 (whom it offers)
        editors = RoleAssignment.objects.granting(["page.edit"], now=now).values("user")
        self.fields["keeper"].queryset = User.objects.filter(is_active=True, pk__in=editors).order_by("pk")

    def clean_review_by(self) -> date | None:
        """Not so far off that nobody will remember."""
        chosen: date | None = self.cleaned_data["review_by"]
        if chosen and "review_by" in self.changed_data and chosen > today() + FURTHEST:
            raise forms.ValidationError(_("Välj en dag inom två år."))
        return chosen

    def save(self, commit: bool = True) -> Any:  # noqa: ANN401, FBT001, FBT002 (Django's signature)
        """With what was chosen."""
        page = super().save(commit=commit)
        page.care_chosen = (self.cleaned_data.get("review_by"), self.cleaned_data.get("keeper"))
        return page


def today() -> date:
    """The day that an empty form counts from."""
    return timezone.localdate()  # noqa: TID251 (what the form suggests)
