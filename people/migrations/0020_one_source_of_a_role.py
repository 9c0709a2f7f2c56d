"""What gave a role is told in one field: the register beside the identity providers."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REGISTER = "register"


def name_the_register(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What the register gave says so."""
    rows = apps.get_model("people", "RoleAssignment").objects
    rows.filter(from_register=True, source="").update(source=REGISTER)


def mark_the_registers(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """As it was before."""
    rows = apps.get_model("people", "RoleAssignment").objects
    rows.filter(source=REGISTER).update(from_register=True, source="")


class Migration(migrations.Migration):
    dependencies = [("people", "0019_kept_looked_at_and_copied")]

    operations = [
        migrations.AlterField(
            model_name="roleassignment",
            name="source",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="What gave it, and takes it back: an identity provider's id, or the register; empty is a person.",
                max_length=50,
            ),
        ),
        migrations.RunPython(name_the_register, mark_the_registers),
        migrations.RemoveField(model_name="roleassignment", name="from_register"),
    ]
