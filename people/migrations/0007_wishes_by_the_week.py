"""A wish for a month becomes one for a week: 52 weeks in 12 months."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F


def a_month_to_a_week(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """As near as whole hours come."""
    substitutes(apps).exclude(wished_hours=None).update(wished_weekly_hours=F("wished_hours") * 12 / 52)


def a_week_to_a_month(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Back again."""
    substitutes(apps).exclude(wished_weekly_hours=None).update(wished_hours=F("wished_weekly_hours") * 52 / 12)


def substitutes(apps: StateApps) -> "models.QuerySet[models.Model]":
    """As they were at the time."""
    return apps.get_model("people", "Substitute").objects.all()


class Migration(migrations.Migration):
    dependencies = [("people", "0006_the_code_to_a_new_number")]

    operations = [migrations.RunPython(a_month_to_a_week, a_week_to_a_month)]
