"""Pages are looked after: a day to read each again, what links out answered, and somebody who approves.

Editors write and send for approval; approvers publish. Whoever owns the system may do both.
"""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

EDITORS, APPROVERS = "Redaktörer", "Godkännare"
NAME = "Godkännande"
TO_APPROVE = ("publish_page", "lock_page", "unlock_page")


def let_approvers_publish(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    groups = apps.get_model("auth", "Group").objects
    given = apps.get_model("wagtailcore", "GroupPagePermission").objects
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    approvers, _created = groups.get_or_create(name=APPROVERS)
    for permission in apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=TO_APPROVE
    ):
        given.get_or_create(group=approvers, page=root, permission=permission)
    given.filter(group__name=EDITORS, permission__codename="publish_page").delete()
    owners = apps.get_model("people", "RoleAssignment").objects.filter(role="system_owner")
    approvers.user_set.add(*owners.values_list("user", flat=True))
    open_workflow(apps, approvers, root)


def open_workflow(apps: Apps, approvers: models.Model, root: models.Model) -> None:
    kind, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.create(
        name="En godkännare läser", content_type=kind, active=True
    )
    task.groups.add(approvers)
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=NAME, active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)
    apps.get_model("wagtailcore", "WorkflowPage").objects.create(workflow=workflow, page=root)


def let_editors_publish(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).delete()
    apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(groups__name=APPROVERS).delete()
    apps.get_model("auth", "Group").objects.filter(name=APPROVERS).delete()
    editors = apps.get_model("auth", "Group").objects.get(name=EDITORS)
    publish = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="wagtailcore", content_type__model="page", codename="publish_page"
    )
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
        group=editors, page=root, permission=publish
    )


class Migration(migrations.Migration):
    dependencies = [("pages", "0004_audiences"), ("people", "0013_approver")]

    operations = [
        migrations.CreateModel(
            name="OutsideLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.URLField(max_length=600, unique=True, verbose_name="adress")),
                (
                    "problem",
                    models.CharField(
                        blank=True, help_text="Empty if it answered as it should.", max_length=30, verbose_name="fel"
                    ),
                ),
                ("asked_at", models.DateTimeField(null=True, verbose_name="frågad")),
            ],
            options={"verbose_name": "länk ut", "verbose_name_plural": "länkar ut"},
        ),
        migrations.CreateModel(
            name="PageReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("review_by", models.DateField(db_index=True, verbose_name="läs igenom senast")),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="review",
                        to="wagtailcore.page",
                        verbose_name="sida",
                    ),
                ),
            ],
            options={"verbose_name": "genomläsning", "verbose_name_plural": "genomläsningar"},
        ),
        migrations.RunPython(let_approvers_publish, let_editors_publish),
    ]
