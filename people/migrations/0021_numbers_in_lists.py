from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0020_one_source_of_a_role")]

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
