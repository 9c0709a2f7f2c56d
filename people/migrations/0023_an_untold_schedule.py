"""That a schedule was not told is an alarm too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0022_time_bank")]

    operations = [
        migrations.AlterField(
            model_name="alarm",
            name="kind",
            field=models.CharField(
                choices=[
                    ("failed_sign_ins", "Många inloggningar misslyckas"),
                    ("codes_nearly_spent", "Dygnets koder är snart slut"),
                    ("codes_spent", "Dygnets koder är slut"),
                    ("schedule_untold", "Schemat har inte fått besked om ett pass"),
                ],
                max_length=30,
                verbose_name="slag",
            ),
        ),
    ]
