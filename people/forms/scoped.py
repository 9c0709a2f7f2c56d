"""A form in Wagtail's admin that offers only what the one who fills it in may see."""

from typing import Any

from django.db.models import Q
from django.forms import ModelChoiceField
from wagtail.admin.forms.models import WagtailAdminModelForm

from people import access


class ScopedForm(WagtailAdminModelForm):
    """A form whose choices are those that she may see, and what the row already holds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Wagtail's signature)
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, ModelChoiceField) and field.queryset is not None:
                seen = access.scope(self.for_user, field.queryset)
                held = Q(pk=getattr(self.instance, f"{name}_id", None))
                field.queryset = field.queryset.filter(Q(pk__in=seen.values("pk")) | held)
