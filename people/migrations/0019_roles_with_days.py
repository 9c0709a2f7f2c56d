"""A role may hold for some days, and be somebody's in another's place."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

HERS = Q(("delegated_from", None))
ONCE = (
    ("one_assignment_per_role_and_area", ("user", "role", "area"), Q(("area__isnull", False))),
    ("one_assignment_per_role_and_workplace", ("user", "role", "workplace"), Q(("workplace__isnull", False))),
    ("one_assignment_per_role_in_the_municipality", ("user", "role"), Q(("area", None), ("workplace", None))),
)


class Migration(migrations.Migration):
    dependencies = [("people", "0013_approver")]

    operations = [
        migrations.AddField(
            model_name="roleassignment",
            name="starts",
            field=models.DateTimeField(
                blank=True, help_text="Tomt: från början.", null=True, verbose_name="gäller från"
            ),
        ),
        migrations.AddField(
            model_name="roleassignment",
            name="ends",
            field=models.DateTimeField(
                blank=True, help_text="Tomt: tills vidare.", null=True, verbose_name="gäller till"
            ),
        ),
        migrations.AddField(
            model_name="roleassignment",
            name="delegated_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="delegations",
                to="people.roleassignment",
                verbose_name="i stället för",
            ),
        ),
        *(migrations.RemoveConstraint(model_name="roleassignment", name=name) for name, _fields, _where in ONCE),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.CheckConstraint(
                name="a_role_ends_after_it_starts",
                condition=Q(("starts", None), ("ends", None), ("ends__gt", F("starts")), _connector="OR"),
            ),
        ),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.CheckConstraint(
                name="a_role_in_anothers_place_has_its_days",
                condition=HERS | Q(("starts__isnull", False), ("ends__isnull", False)),
            ),
        ),
        *(
            migrations.AddConstraint(
                model_name="roleassignment",
                constraint=models.UniqueConstraint(name=name, fields=fields, condition=where & HERS),
            )
            for name, fields, where in ONCE
        ),
    ]
