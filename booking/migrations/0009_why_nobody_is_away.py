"""Why somebody was away is no longer kept, nor in what was written of it: an illness becomes that she was absent."""

from django.apps.registry import Apps
from django.db import migrations, models

BACK, WAS_BACK = "substitute.back", "substitute.well_again"
END_REASONS = [
    ("order_cancelled", "beställningen togs bort"),
    ("called_off", "vikarien anmälde frånvaro"),
    ("substitute_unable", "vikarien kan inte komma"),
    ("terms_changed", "passet ändrades"),
    ("returned", "lämnad tillbaka till beställaren"),
    ("mistake", "bokad av misstag"),
    ("regretted", "vikarien ångrade sig"),
    ("other", "annan orsak"),
]
KINDS = [("until_said", "tills vikarien säger till"), ("set_days", "bestämda dagar")]


def forget(apps: Apps, _schema_editor: object) -> None:
    absences, bookings = apps.get_model("booking", "Absence"), apps.get_model("booking", "Booking")
    absences.objects.filter(kind="sick").update(kind="until_said")
    absences.objects.exclude(kind="until_said").update(kind="set_days")
    bookings.objects.filter(end_reason="substitute_sick").update(end_reason="called_off")
    history = apps.get_model("people", "HistoryEntry")
    history.objects.filter(action=WAS_BACK).update(action=BACK)
    for entry in history.objects.filter(action="booking.end").iterator(500):
        if entry.data.get("reason") == "substitute_sick":
            entry.data["reason"] = "called_off"
            entry.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("booking", "0008_lists_by_day"), ("people", "0013_approver")]

    operations = [
        migrations.AlterField(
            model_name="absence",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=10, verbose_name="slag"),
        ),
        migrations.AlterField(
            model_name="booking",
            name="end_reason",
            field=models.CharField(blank=True, choices=END_REASONS, max_length=20, verbose_name="orsak"),
        ),
        migrations.RunPython(forget, migrations.RunPython.noop),
    ]
