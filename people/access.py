"""Who may see and do what to which rows: the one gate that every list, object, chooser and form goes through.

Each model is registered with its ways in (`people/gates.py`, `booking/gates.py` …). A model without a way in is
closed to all. What somebody may not see does not exist: `get` answers 404.
"""

import uuid
from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from people.models.role import RoleAssignment
from people.models.user import User
from people.roles import Reach
from portal import security_log

Row = TypeVar("Row", bound=Model)
Rows = TypeVar("Rows", bound="QuerySet[Any]")
Somebody = User | AnonymousUser
Way = Callable[[User, frozenset[str]], Q]
"""Answers with the rows that a user reaches for `{"<model>.<verb>", …}`; an empty `Q()` means none."""

_ways: dict[type[Model], tuple[Way, ...]] = {}


def register(model: type[Model], *ways: Way) -> None:
    """Open `model` to those that the ways let in."""
    _ways[model] = ways


def registered() -> Collection[type[Model]]:
    """The models that have a gate."""
    return _ways.keys()


def assignments(user: User) -> list[RoleAssignment]:
    """The user's roles as they are now; asked for once per user object, and not at all of one who has none."""
    if not hasattr(user, "_role_assignments"):
        rows: Iterable[RoleAssignment] = ()
        if getattr(user, "has_a_role", True):
            now = timezone.now()  # noqa: TID251 (a role that ends ends everywhere, whoever asks and whatever about)
            rows = user.role_assignments.in_force(now=now).select_related("area", "workplace")
        user._role_assignments = list(rows)  # type: ignore[attr-defined]  # noqa: SLF001
    return user._role_assignments  # type: ignore[attr-defined]  # noqa: SLF001


def holds(user: Somebody, *codes: str) -> bool:
    """Whether the user has one of the roles, anywhere."""
    return isinstance(user, User) and any(assignment.role in codes for assignment in assignments(user))


def may(user: Somebody, action: str) -> bool:
    """Whether some role of hers grants `<model>.<verb>`, somewhere."""
    return isinstance(user, User) and any(action in assignment.definition.actions for assignment in assignments(user))


def by_role(*, area: Collection[str] = (), workplace: Collection[str] = ()) -> Way:
    """The way in for colleagues: rows whose area or workplace, by these lookups, is one of their own."""

    def way(user: User, actions: frozenset[str]) -> Q:
        granting = [a for a in assignments(user) if a.definition.actions & actions]
        if any(a.definition.reach is Reach.MUNICIPALITY for a in granting):
            return ~Q(pk=None)
        areas = [a.area_id for a in granting if a.area_id]
        workplaces = [a.workplace_id for a in granting if a.workplace_id]
        reached = Q()
        for lookups, keys in ((area, areas), (workplace, workplaces)):
            for lookup in lookups if keys else ():
                reached |= Q(**{f"{lookup}__in": keys})
        return reached

    return way


def own(lookup: str, *actions: str) -> Way:
    """The way in for the person whose row it is, for these actions."""

    def way(user: User, asked: frozenset[str]) -> Q:
        return Q(**{lookup: user}) if asked & set(actions) else Q()

    return way


def scope(user: Any, queryset: Rows, *verbs: str) -> Rows:  # noqa: ANN401 (Wagtail hands in anything)
    """Only the rows that the user may do at least one of the verbs to (`view` if none is named)."""
    model = queryset.model
    if not isinstance(user, User) or not user.is_active:
        return queryset.none()
    actions = frozenset(f"{model._meta.model_name}.{verb}" for verb in verbs or ("view",))
    reached = Q()
    for way in _ways.get(model, ()):
        reached |= way(user, actions)
    if not reached:
        return queryset.none()
    if _leads_to_one(model, reached):
        return queryset.filter(reached)
    # A subquery, so that lookups over many rows never double a row or disturb what the queryset already asks.
    return queryset.filter(pk__in=model._base_manager.filter(reached).values("pk"))


def _leads_to_one(model: type[Model], reached: Q) -> bool:
    """Whether each lookup goes from a row to one other at most: asked as they are, they are much quicker to answer."""
    return all(
        _leads_to_one(model, child)
        if isinstance(child, Q)
        else isinstance(child, tuple) and _is_of_one(model, child[0].split("__"))
        for child in reached.children
    )


def _is_of_one(model: type[Model], path: list[str]) -> bool:
    for step in path:
        field = next((field for field in model._meta.get_fields() if field.name == step), None)
        if field is None or field.related_model is None:
            return True  # `pk`, a column of the row's own, or what is asked of it
        if field.one_to_many or field.many_to_many or isinstance(field.related_model, str):
            return False
        model = field.related_model
    return True


def can(user: Somebody, verb: str, instance: Model) -> bool:
    """Whether the user may do the verb to this row, as it stands in the database."""
    rows: QuerySet[Model] = type(instance)._base_manager.filter(pk=instance.pk)
    return scope(user, rows, verb).exists()


def get(user: Somebody, queryset: QuerySet[Row], pk: object, *verbs: str) -> Row:
    """The row, if the user may do one of the verbs to it; otherwise it does not exist (404)."""
    row = scope(user, queryset, *verbs).filter(pk=pk).first()
    if row is None:
        _tell(user, queryset.model, pk, verbs)
        message = f"{queryset.model._meta.model_name} not found"
        raise Http404(message)
    return row


def _tell(user: Somebody, model: type[Model], pk: object, verbs: Collection[str]) -> None:
    """The security log knows whether it was a row that is there, which the answer does not say."""
    try:
        there = model._base_manager.filter(pk=pk).exists()
    except (TypeError, ValueError, ValidationError):  # what was asked for can be no key
        there = False
    about = f"{model._meta.model_name}:{pk}"
    security_log.event("access.denied", user=user, about=about, verbs=list(verbs or ("view",)), there=there)


def key_named(value: str) -> uuid.UUID:
    """The key that is written in an address or a form; what is none names nothing (404)."""
    try:
        return uuid.UUID(value)
    except ValueError as error:
        raise Http404 from error
