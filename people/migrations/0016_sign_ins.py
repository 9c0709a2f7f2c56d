"""Where people are signed in, and the support's visits with a person's own code."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

KEY = ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False))


class Migration(migrations.Migration):
    dependencies = [("people", "0015_passwords_and_accounts"), ("sessions", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SignIn",
            fields=[
                KEY,
                (
                    "session_key",
                    models.CharField(blank=True, help_text="Of the session; empty when it has ended.", max_length=40),
                ),
                (
                    "browser",
                    models.CharField(
                        blank=True,
                        help_text="HMAC-SHA256 of what its cookie says and whose it is; empty: not known.",
                        max_length=64,
                    ),
                ),
                ("program", models.CharField(blank=True, max_length=40, verbose_name="webbläsare")),
                ("system", models.CharField(blank=True, max_length=40, verbose_name="enhet")),
                ("own_device", models.BooleanField(default=False, verbose_name="kom ihåg mig")),
                ("began_at", models.DateTimeField(verbose_name="inloggad")),
                ("seen_at", models.DateTimeField(verbose_name="senast använd")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="avslutad")),
                (
                    "helper",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who looked as her, with her code; nobody if it was herself.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="supporten",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_ins",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="användare",
                    ),
                ),
            ],
            options={
                "verbose_name": "inloggning",
                "verbose_name_plural": "inloggningar",
                "indexes": [models.Index(fields=["user", "browser"], name="sign_ins_of_a_browser")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=~Q(session_key=""), fields=("session_key",), name="one_sign_in_per_session"
                    ),
                    models.CheckConstraint(
                        condition=Q(ended_at=None) | Q(session_key=""), name="a_sign_in_that_has_ended_has_no_session"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportVisit",
            fields=[
                KEY,
                ("reason", models.CharField(max_length=200, verbose_name="skäl")),
                (
                    "code_hash",
                    models.CharField(
                        help_text="HMAC-SHA256 of the row's key and the code, in hexadecimals.", max_length=64
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="kod skickad")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="försök")),
                (
                    "closed_at",
                    models.DateTimeField(
                        blank=True, help_text="When the code was written, or counted no more.", null=True
                    ),
                ),
                ("begun_at", models.DateTimeField(blank=True, null=True, verbose_name="började")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="slutade")),
                (
                    "helper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="supporten",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="support_visits",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="användare",
                    ),
                ),
            ],
            options={
                "verbose_name": "supportbesök",
                "verbose_name_plural": "supportbesök",
                "indexes": [models.Index(fields=["person", "asked_at"], name="support_codes_to_a_person")],
                "constraints": [
                    models.CheckConstraint(condition=~Q(helper=F("person")), name="nobody_helps_herself"),
                    models.UniqueConstraint(
                        condition=Q(closed_at=None), fields=("helper",), name="one_support_code_at_a_time"
                    ),
                ],
            },
        ),
    ]
