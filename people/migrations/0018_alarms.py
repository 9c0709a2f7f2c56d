"""What the system owner is told of, and what browsers have stopped."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0017_roles_with_days"),
    ]

    operations = [
        migrations.CreateModel(
            name="Alarm",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("failed_sign_ins", "Många inloggningar misslyckas"), ("codes_nearly_spent", "Dygnets koder är snart slut"), ("codes_spent", "Dygnets koder är slut")], max_length=30, verbose_name="slag")),
                ("day", models.DateField(verbose_name="dag")),
                ("raised_at", models.DateTimeField(verbose_name="larmade")),
                ("facts", models.JSONField(default=dict, help_text="Numbers alone.")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="omhändertaget")),
                ("seen_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="av")),
            ],
            options={
                "verbose_name": "larm",
                "verbose_name_plural": "larm",
                "constraints": [models.UniqueConstraint(fields=("kind", "day"), name="one_alarm_of_a_kind_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Stopped",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("rule", models.CharField(max_length=40, verbose_name="regel")),
                ("source", models.CharField(help_text="A host, or inline, eval, data, blob, extension.", max_length=100, verbose_name="från")),
                ("page", models.CharField(help_text="The name of the route; never an address.", max_length=80, verbose_name="sida")),
                ("times", models.PositiveIntegerField(default=1, verbose_name="gånger")),
                ("first_at", models.DateTimeField(verbose_name="första gången")),
                ("last_at", models.DateTimeField(db_index=True, verbose_name="senast")),
            ],
            options={
                "verbose_name": "stoppat innehåll",
                "verbose_name_plural": "stoppat innehåll",
                "constraints": [models.UniqueConstraint(fields=("rule", "source", "page"), name="one_sum_of_what_is_stopped")],
            },
        ),
    ]
