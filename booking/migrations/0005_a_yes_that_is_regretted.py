"""A planner is told when a yes is regretted and nothing goes on by itself. No table changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("booking", "0004_what_a_substitute_does_herself")]

    operations = [
        migrations.AlterField(
            model_name="plannertask",
            name="kind",
            field=models.CharField(
                choices=[
                    ("late_yes", "ja efter svarstiden"),
                    ("no_after_won", "nej från någon som har passet"),
                    ("paper_ended", "bokad utan giltigt avtal eller kompetens"),
                    ("absent_yet_booked", "bokad men frånvarande"),
                    ("blocked_yet_booked", "bokad men spärrad på arbetsplatsen"),
                    ("exhausted", "alla är tillfrågade"),
                    ("asking_waits", "förfrågan väntar på morgonen"),
                    ("no_sms", "har stoppat sms"),
                    ("call", "ring"),
                    ("late", "kommer senare"),
                    ("wished_workplace", "vill jobba på en ny arbetsplats"),
                    ("regretted", "ångrade sitt ja"),
                ],
                max_length=20,
                verbose_name="slag",
            ),
        ),
    ]
