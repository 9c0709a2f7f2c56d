"""What a model of ours has in Wagtail's admin: the screens that its viewset names, and no other."""

from inspect import getattr_static
from typing import Any, ClassVar

from django.contrib.auth.models import Permission
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet
from django.forms import ModelForm, modelform_factory
from django.urls import URLPattern
from wagtail.admin.admin_url_finder import ModelAdminURLFinder, register_admin_url_finder
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.viewsets.model import ModelViewSet

from people import access
from people.forms.scoped import ScopedForm
from people.views.scoped import (
    Scoped,
    ScopedCreate,
    ScopedDelete,
    ScopedEdit,
    ScopedHistory,
    ScopedIndex,
    ScopedInspect,
)


class ScopedModelViewSet(ModelViewSet):
    """Rows of ours in the admin: a list, and those of the other screens that `screens` names."""

    screens: ClassVar[frozenset[str]] = frozenset({"index"})
    form_fields: ClassVar[list[str]] = []
    joins: ClassVar[tuple[str, ...]] = ()
    copy_view_enabled = False  # in 8.0 a copy that is posted overwrites the original
    add_to_reference_index = False
    search_backend_name = None
    index_view_class = ScopedIndex
    add_view_class = ScopedCreate
    edit_view_class = ScopedEdit
    delete_view_class = ScopedDelete
    inspect_view_class = ScopedInspect
    history_view_class = ScopedHistory

    def __init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 (whatever a class statement is given)
        super().__init_subclass__(**kwargs)
        for name, view in vars(cls).items():
            if name.endswith("_view_class") and not issubclass(view, Scoped):
                message = f"{cls.__name__}.{name} is not held to the gate: make it a subclass of Scoped."
                raise ImproperlyConfigured(message)

    @property
    def inspect_view_enabled(self) -> bool:
        """Whether a row can be read on a page of its own."""
        return "inspect" in self.screens

    def has(self, route: str) -> bool:
        """Whether the route belongs to one of the screens. A list that is a page of ours has no part of Wagtail's."""
        if route == "index_results" and not isinstance(getattr_static(self, "index_view"), property):
            return False
        return route.removesuffix("_results") in self.screens

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 (Wagtail's signature)
        every: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        links = {key for key in every if key.endswith("_url_name")}
        return {key: None if key in links and not self.has(key[: -len("_url_name")]) else every[key] for key in every}

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 (Wagtail's signature)
        joins = {"joins": self.joins} if self.joins else {}
        given: dict[str, Any] = super().get_index_view_kwargs(**joins, **kwargs)
        return given

    def get_form_class(self, for_update: bool = False) -> "type[ModelForm[Model]]":  # noqa: FBT001, FBT002 (Wagtail's)
        return modelform_factory(
            self.model, form=ScopedForm, fields=self.form_fields, formfield_callback=formfield_for_dbfield
        )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [route for route in super().get_urlpatterns() if self.has(route.name)]

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """None: what somebody may do follows from her roles, not from a group."""
        return Permission.objects.none()

    def register_admin_url_finder(self) -> None:
        if "edit" in self.screens:
            register_admin_url_finder(self.model, self.url_finder_class)
        elif "inspect" in self.screens:
            finder = type("Finder", (ReadFinder,), {"edit_url_name": self.get_url_name("inspect")})
            register_admin_url_finder(self.model, finder)


class ReadFinder(ModelAdminURLFinder):
    """Where a row is read, for those who may see it."""

    def get_edit_url(self, instance: Model) -> str | None:
        if not access.can(self.user, "view", instance):
            return None
        url: str = self.construct_edit_url(instance)
        return url
