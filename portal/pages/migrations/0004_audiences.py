"""Who may read a page; English as a language of pages; editors may keep old addresses and translate."""

import django.db.models.deletion
import modelcluster.fields
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

EDITORS = "Redaktörer"
THEIRS = (
    ("wagtailredirects", "redirect", ("add_redirect", "change_redirect", "delete_redirect")),
    ("simple_translation", "simpletranslation", ("submit_translation",)),
)


def open_to_editors(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    editors = apps.get_model("auth", "Group").objects.get(name=EDITORS)
    for app_label, model, codenames in THEIRS:
        # Django makes content types and permissions after all migrations, which is too late for this one.
        kind, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label=app_label, model=model
        )
        for codename in codenames:
            permission, _created = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=kind, codename=codename, defaults={"name": codename.replace("_", " ").capitalize()}
            )
            editors.permissions.add(permission)


def speak_english(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="en")


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0003_editors_and_the_desk"),
        ("people", "0012_a_block_of_each_side"),
        ("simple_translation", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        migrations.CreateModel(
            name="Audience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("signed_in", "alla som är inloggade"),
                            ("substitute", "vikarier"),
                            ("ordering_manager", "beställare"),
                            ("planner", "bemanningsplanerare"),
                            ("identity_keeper", "ansvarig för skyddade uppgifter"),
                            ("certificate_officer", "löneadministratör"),
                            ("editor", "redaktör"),
                            ("approver", "godkännare"),
                            ("system_owner", "systemförvaltare"),
                        ],
                        default="signed_in",
                        max_length=30,
                        verbose_name="grupp",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        help_text="Tomt: i alla områden.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="område",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="audiences", to="wagtailcore.page"
                    ),
                ),
            ],
            options={
                "verbose_name": "grupp som får läsa",
                "verbose_name_plural": "grupper som får läsa",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.RunPython(open_to_editors, migrations.RunPython.noop),
        migrations.RunPython(speak_english, migrations.RunPython.noop),
    ]
