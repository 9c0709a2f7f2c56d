"""What an identity provider knows somebody by, and which roles its groups gave."""

from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("people", "0013_approver")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="employee_number",
            field=models.CharField(
                blank=True,
                default="",
                help_text="En kollegas, som kommunens inloggning känner igen. En vikaries står bland vikariens papper.",
                max_length=20,
                verbose_name="anställningsnummer",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="user",
            name="personnummer_hash",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                help_text="What a key of its own makes of her personnummer (people/personnummer.py), which is never kept.",
                max_length=64,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="roleassignment",
            name="source",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                help_text="The identity provider whose groups gave it, and take it back; empty where a person did.",
                max_length=50,
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                Lower("employee_number"),
                condition=models.Q(("employee_number", ""), _negated=True),
                name="one_user_per_employee_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                condition=models.Q(("personnummer_hash", ""), _negated=True),
                fields=("personnummer_hash",),
                name="one_user_per_personnummer",
            ),
        ),
    ]
