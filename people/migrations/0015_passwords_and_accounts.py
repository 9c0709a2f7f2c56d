"""How old a password is, the last day of an account, who shares a number, and the links that lead to a password."""

import uuid

import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Count
from django.utils import timezone

UNUSABLE = "!"


def begin(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Count the age of every password from now on; those who have one number between them are said to."""
    users = apps.get_model("people", "User").objects
    users.exclude(password="").exclude(password__startswith=UNUSABLE).update(password_changed_at=timezone.now())
    many = users.exclude(phone="").values("phone").annotate(people=Count("pk")).filter(people__gt=1)
    users.filter(phone__in=list(many.values_list("phone", flat=True))).update(shares_phone=True)


class Migration(migrations.Migration):
    dependencies = [("people", "0014_known_by_an_identity_provider")]

    operations = [
        migrations.AddField(
            "user",
            "shares_phone",
            models.BooleanField(
                default=False,
                help_text="Någon annan har samma nummer. Svar med sms räknas då bara med koden i förfrågan.",
                verbose_name="delar mobilnummer",
            ),
        ),
        migrations.AddField(
            "user",
            "password_changed_at",
            models.DateTimeField(
                blank=True, help_text="When she chose the password that she has; none if nobody knows.", null=True
            ),
        ),
        migrations.AddField(
            "user",
            "must_change_password",
            models.BooleanField(default=False, help_text="Whether it only lets her in to choose another."),
        ),
        migrations.AddField(
            "user",
            "ends_on",
            models.DateField(
                blank=True, help_text="Kontot stängs när dagen är slut.", null=True, verbose_name="sista dagen"
            ),
        ),
        migrations.CreateModel(
            name="FormerPassword",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sealed", models.CharField(max_length=128)),
                ("left_at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_passwords",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "tidigare lösenord", "verbose_name_plural": "tidigare lösenord"},
        ),
        migrations.CreateModel(
            name="PasswordLink",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("invitation", "inbjudan"), ("reset", "nytt lösenord")], max_length=10
                    ),
                ),
                ("number", models.CharField(max_length=16, verbose_name="mobilnummer")),
                ("sent_at", models.DateTimeField(verbose_name="skickad")),
                ("expires_at", models.DateTimeField(verbose_name="gäller till")),
                (
                    "closed_at",
                    models.DateTimeField(
                        blank=True, help_text="When it was used, called off, or replaced by another.", null=True
                    ),
                ),
                ("used", models.BooleanField(default=False)),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="password_links",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="användare",
                    ),
                ),
            ],
            options={
                "verbose_name": "länk till lösenord",
                "verbose_name_plural": "länkar till lösenord",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)),
                        fields=("user",),
                        name="one_password_link_at_a_time",
                    )
                ],
            },
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
