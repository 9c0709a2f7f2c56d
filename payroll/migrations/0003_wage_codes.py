"""The wage codes that a municipality begins with; whatever it has put in itself stays."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from payroll.wage_defaults import DEFAULTS


def put_in(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    codes = apps.get_model("payroll", "WageCode").objects
    for pay_form, what, code, name in DEFAULTS:
        codes.get_or_create(what=what, pay_form=pay_form, defaults={"code": code, "name": name})


class Migration(migrations.Migration):

    dependencies = [
        ('payroll', '0002_runs'),
    ]

    operations = [migrations.RunPython(put_in, migrations.RunPython.noop)]
