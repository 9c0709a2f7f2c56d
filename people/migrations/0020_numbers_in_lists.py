from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0019_kept_looked_at_and_copied")]

    operations = [
        migrations.AlterField(
            model_name="lookedat",
            name="page",
            field=models.CharField(
                choices=[
                    ("inspect", "Överblick"),
                    ("papers", "Papper"),
                    ("shifts", "Pass och timmar"),
                    ("messages", "Meddelanden"),
                    ("change", "Uppgifter att ändra"),
                    ("account", "Konto"),
                    ("identity", "Skyddat namn och kontakt"),
                    ("certificate", "Intyg"),
                    ("income", "Intyg med inkomst"),
                    ("number", "Personnummer"),
                    ("contacts", "Mobilnummer i en lista eller vid ett pass"),
                ],
                max_length=20,
                verbose_name="sida",
            ),
        ),
    ]
