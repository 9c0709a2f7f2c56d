"""Nothing reads the wish for a month any more: to be run when no process of the release before is left."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0007_wishes_by_the_week")]

    operations = [migrations.RemoveField("substitute", "wished_hours")]
