"""A role more: she who approves what editors write."""

from django.db import migrations, models
from django.db.models import Q

NAME = "a_role_is_given_for_its_reach"
ROLES = [
    ("ordering_manager", "beställare"),
    ("planner", "bemanningsplanerare"),
    ("identity_keeper", "ansvarig för skyddade uppgifter"),
    ("certificate_officer", "löneadministratör"),
    ("editor", "redaktör"),
    ("approver", "godkännare"),
    ("system_owner", "systemförvaltare"),
]


class Migration(migrations.Migration):
    dependencies = [("people", "0012_a_block_of_each_side")]

    operations = [
        migrations.AlterField(
            model_name="roleassignment",
            name="role",
            field=models.CharField(choices=ROLES, max_length=30, verbose_name="roll"),
        ),
        migrations.RemoveConstraint(model_name="roleassignment", name=NAME),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.CheckConstraint(
                name=NAME,
                condition=Q(("area", None), ("role__in", ["ordering_manager"]), ("workplace__isnull", False))
                | Q(("area__isnull", False), ("role__in", ["planner", "identity_keeper"]), ("workplace", None))
                | Q(
                    ("area", None),
                    ("role__in", ["certificate_officer", "editor", "approver", "system_owner"]),
                    ("workplace", None),
                ),
            ),
        ),
    ]
