"""What gave a role is told in one field, of the rows from before, and of the rows of today if it is undone."""

from collections.abc import Iterator

import pytest
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE, AFTER = ("people", "0019_kept_looked_at_and_copied"), ("people", "0020_one_source_of_a_role")

pytestmark = pytest.mark.django_db(transaction=True)


def moved_to(*targets: tuple[str, str]) -> Apps:
    """The database as these migrations leave it, and the models of that time."""
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))
    return MigrationExecutor(connection).loader.project_state(list(targets)).apps


@pytest.fixture(autouse=True)
def _as_it_is_today() -> Iterator[None]:
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    yield
    moved_to(*newest)


def given(apps: Apps, **said: object) -> None:
    """A role of somebody of her own."""
    user = apps.get_model("people", "User").objects.create(username=f"u{said['role']}", password="!")
    apps.get_model("people", "RoleAssignment").objects.create(user=user, **said)


def told(apps: Apps, *fields: str) -> list[tuple[object, ...]]:
    return list(apps.get_model("people", "RoleAssignment").objects.order_by("role").values_list("role", *fields))


def test_what_the_register_gave_says_so_and_the_rest_stays_of_whom_it_was():
    before = moved_to(BEFORE)
    given(before, role="approver")
    given(before, role="certificate_officer", source="eid")
    given(before, role="editor", from_register=True)

    assert told(moved_to(AFTER), "source") == [
        ("approver", ""), ("certificate_officer", "eid"), ("editor", "register"),
    ]  # fmt: skip


def test_it_goes_back_without_a_role_losing_who_takes_it_away():
    after = moved_to(AFTER)
    given(after, role="approver")
    given(after, role="certificate_officer", source="eid")
    given(after, role="editor", source="register")

    assert told(moved_to(BEFORE), "source", "from_register") == [
        ("approver", "", False), ("certificate_officer", "eid", False), ("editor", "", True),
    ]  # fmt: skip
