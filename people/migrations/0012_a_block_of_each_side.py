"""Either side's block stands for itself: one of each in force for a substitute at a workplace, instead of one in all."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0011_hidden_identities"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="block", name="one_block_in_force_per_workplace"),
        migrations.AddConstraint(
            model_name="block",
            constraint=models.UniqueConstraint(
                condition=Q(lifted_at=None),
                fields=("workplace", "substitute", "asked_by"),
                name="one_block_in_force_of_each_side",
            ),
        ),
    ]
