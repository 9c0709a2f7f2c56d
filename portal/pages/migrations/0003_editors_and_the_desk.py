"""Two groups: those who may change pages, and those who may enter the desk at all. What else they may follows from roles.

Wagtail's own two groups and their workflow go: with them there would be two answers to who is an editor.
"""

from collections.abc import Iterator
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

EDITORS = "Redaktörer"
DESK = "Skrivbordet"
ON_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
IN_LIBRARY = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}
ON_CONTACTS = ("add", "change", "delete", "view")


def make_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    group = apps.get_model("auth", "Group").objects
    group.filter(name__in=["Moderators", "Editors"]).delete()
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").delete()
    apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name="Moderators approval").delete()

    permission = apps.get_model("auth", "Permission").objects
    enter = permission.get(content_type__app_label="wagtailadmin", codename="access_admin")
    desk, _created = group.get_or_create(name=DESK)
    desk.permissions.add(enter)
    editors, _created = group.get_or_create(name=EDITORS)
    editors.permissions.add(enter, *contact_permissions(apps))
    open_pages(apps, editors)
    open_library(apps, editors)


def contact_permissions(apps: Apps) -> Iterator[Any]:
    """Django makes them after all migrations, which is too late for this one."""
    contact, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="pages", model="contact"
    )
    for action in ON_CONTACTS:
        yield apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=contact, codename=f"{action}_contact", defaults={"name": f"Can {action} kontakt"}
        )[0]


def open_pages(apps: Apps, editors: Any) -> None:  # noqa: ANN401 (a model of the migration's own time)
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    for permission in apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=ON_PAGES
    ):
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group=editors, page=root, permission=permission
        )


def open_library(apps: Apps, editors: Any) -> None:  # noqa: ANN401 (a model of the migration's own time)
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for app_label, codenames in IN_LIBRARY.items():
        for permission in apps.get_model("auth", "Permission").objects.filter(
            content_type__app_label=app_label, codename__in=codenames
        ):
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=editors, collection=root, permission=permission
            )


def remove_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=[EDITORS, DESK]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0002_pages"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
