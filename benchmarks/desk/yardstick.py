"""The yardstick: the open orders as Wagtail lists them by itself, three columns and no joins."""

from typing import Any

from django.db.models import QuerySet
from wagtail import hooks
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from booking.models import Order

NAME = "yardstick"


class Plain(IndexView):
    """As it comes, of open orders alone, with the permissions of a model of which nobody has said anything."""

    permission_policy = ModelPermissionPolicy(Order)

    def get_base_queryset(self) -> "QuerySet[Any]":
        return Order.objects.filter(status=Order.Status.OPEN)


def register() -> None:
    """Before the addresses are read."""
    viewset = ModelViewSet(
        NAME, model=Order, url_prefix=NAME, icon="list-ul", index_view_class=Plain, ordering=["starts", "pk"],
        list_display=["starts", "ends", "status"], list_per_page=50, form_fields=["note"], search_backend_name=None,
        search_fields=["note"], add_to_admin_menu=False, add_to_reference_index=False, copy_view_enabled=False,
    )  # fmt: skip
    hooks.register("register_admin_viewset", lambda: viewset)
