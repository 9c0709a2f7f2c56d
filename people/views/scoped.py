"""Wagtail's stock screens, held to the gate row by row.

Wagtail asks of its own screens only whether somebody may do a thing to *some* row; which row is left to them. These ask
for each row, and answer 404 for what she may not reach.
"""

from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import Exists, ManyToManyField, Model, OuterRef, Q, QuerySet
from django.forms import ModelForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views import View
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView

from people import access
from people.forms.deeds import DeedFilters
from people.models import User
from people.operations import organisation
from people.requests import SignedIn

Rows = QuerySet[Any]


class Scoped(View):
    """A screen whose rows are those that the one in front of it may reach."""

    model: type[Model]
    permission_policy: Any
    request: SignedIn

    def reachable(self, action: str) -> Rows:
        """The rows that she may do Wagtail's `view`, `add`, `change` or `delete` to."""
        rows: Rows = self.permission_policy.instances_user_has_any_permission_for(self.request.user, [action])
        return rows

    def kept(self, row: Model, action: str) -> Model:
        """The row after it was saved, if she reaches it still; nobody moves a row out of her own reach, or into it."""
        if not self.reachable(action).filter(pk=row.pk).exists():
            raise Http404  # the transaction around the saving is rolled back
        return row


def saved(form: "ModelForm[Model]", *, by: User) -> Model:
    """The row of the form, kept, with what it says of other rows."""
    row = form.save(commit=False)
    many = {field.name: list(form.cleaned_data[field.name]) for field in _many_of(form)}
    organisation.keep(row, by=by, at=timezone.now(), many=many)
    return row


def _many_of(form: "ModelForm[Model]") -> "list[ManyToManyField[Any, Any]]":
    return [field for field in form._meta.model._meta.many_to_many if field.name in form.cleaned_data]


class ScopedIndex(Scoped, generic.IndexView):
    """The list. Each word searched for must be found in some field."""

    any_permission_required: ClassVar = ["view"]
    joins: ClassVar[tuple[str, ...]] = ()
    """What the columns show of other tables."""

    def get_base_queryset(self) -> Rows:
        rows = access.scope(self.request.user, super().get_base_queryset()).select_related(*self.joins)
        if self.edit_url_name or self.delete_url_name:
            changeable = self.reachable("change").filter(pk=OuterRef("pk"))
            rows = rows.annotate(may_be_changed=Exists(changeable))
        return rows

    def search_queryset(self, queryset: Rows) -> Rows:
        for word in self.search_query.split() if self.is_searching else ():
            anywhere = Q()
            for field in self.search_fields:
                anywhere |= Q(**{f"{field}__icontains": word})
            queryset = queryset.filter(anywhere)
        return queryset

    def get_edit_url(self, instance: Model) -> str | None:
        return super().get_edit_url(instance) if getattr(instance, "may_be_changed", False) else None

    def get_delete_url(self, instance: Model) -> str | None:
        return super().get_delete_url(instance) if getattr(instance, "may_be_changed", False) else None


class ScopedCreate(Scoped, generic.CreateView):
    """The form for a new row."""

    def get_success_buttons(self) -> list[Any]:
        buttons: list[Any] = super().get_success_buttons() if self.edit_url_name else []
        return buttons

    def save_instance(self) -> Model:
        return self.kept(saved(self.form, by=self.request.user), "add")


class ScopedEdit(Scoped, generic.EditView):
    """The form for a row."""

    def get_queryset(self) -> Rows:
        return self.reachable("change")

    def save_instance(self) -> Model:
        return self.kept(saved(self.form, by=self.request.user), "change")


class ScopedDelete(Scoped, generic.DeleteView):
    """The question before a row goes; one that is in use stays."""

    def get_queryset(self) -> Rows:
        return self.reachable("delete")

    def delete_action(self) -> None:
        organisation.remove(self.object, by=self.request.user, at=timezone.now())

    def form_valid(self, form: "ModelForm[Model]") -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except organisation.Stays as refusal:
            messages.error(self.request, str(refusal))
            return redirect(reverse(self.index_url_name))
        return response


class ScopedInspect(Scoped, generic.InspectView):
    """One row, to read."""

    any_permission_required: ClassVar = ["view"]

    def get_object(self, queryset: Rows | None = None) -> Model:
        return get_object_or_404(self.reachable("view"), pk=self.pk)


class ScopedHistory(Scoped, HistoryView):
    """What was done to a row that she may change."""

    filterset_class = DeedFilters

    def get_base_object_queryset(self) -> Rows:
        return self.reachable("change")
