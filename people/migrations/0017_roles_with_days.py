"""A role may hold for some days, be had in another's place, and follow the municipality's register of its staff."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

HERS = Q(("delegated_from", None))
ONCE = (
    ("one_assignment_per_role_and_area", ("user", "role", "area"), Q(("area__isnull", False))),
    ("one_assignment_per_role_and_workplace", ("user", "role", "workplace"), Q(("workplace__isnull", False))),
    ("one_assignment_per_role_in_the_municipality", ("user", "role"), Q(("area", None), ("workplace", None))),
)
ROLES = [
    ("ordering_manager", "beställare"),
    ("planner", "bemanningsplanerare"),
    ("identity_keeper", "ansvarig för skyddade uppgifter"),
    ("certificate_officer", "löneadministratör"),
    ("editor", "redaktör"),
    ("approver", "godkännare"),
]
A_PLACE = {"blank": True, "null": True, "on_delete": django.db.models.deletion.CASCADE, "related_name": "+"}


class Migration(migrations.Migration):
    dependencies = [("people", "0016_sign_ins")]

    operations = [
        migrations.AddField(
            model_name="roleassignment",
            name="starts",
            field=models.DateTimeField(
                blank=True, help_text="Tomt: från början.", null=True, verbose_name="gäller från"
            ),
        ),
        migrations.AddField(
            model_name="roleassignment",
            name="ends",
            field=models.DateTimeField(
                blank=True, help_text="Tomt: tills vidare.", null=True, verbose_name="gäller till"
            ),
        ),
        migrations.AddField(
            model_name="roleassignment",
            name="delegated_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="delegations",
                to="people.roleassignment",
                verbose_name="i stället för",
            ),
        ),
        migrations.AddField(
            model_name="roleassignment",
            name="from_register",
            field=models.BooleanField(
                default=False,
                help_text="Följer tjänstgöringarna i personalregistret.",
                verbose_name="enligt registret",
            ),
        ),
        *(migrations.RemoveConstraint(model_name="roleassignment", name=name) for name, _fields, _where in ONCE),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.CheckConstraint(
                name="a_role_ends_after_it_starts",
                condition=Q(("starts", None), ("ends", None), ("ends__gt", F("starts")), _connector="OR"),
            ),
        ),
        migrations.AddConstraint(
            model_name="roleassignment",
            constraint=models.CheckConstraint(
                name="a_role_in_anothers_place_has_its_days",
                condition=HERS | Q(("ends__isnull", False), ("starts__isnull", False)),
            ),
        ),
        *(
            migrations.AddConstraint(
                model_name="roleassignment",
                constraint=models.UniqueConstraint(name=name, fields=fields, condition=where & HERS),
            )
            for name, fields, where in ONCE
        ),
        migrations.CreateModel(
            name="RegisteredPerson",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name="id i registret")),
                ("seen_at", models.DateTimeField(verbose_name="senast i registret")),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="registered",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"verbose_name": "person i registret", "verbose_name_plural": "personer i registret"},
        ),
        migrations.CreateModel(
            name="DutyRule",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "duty_role",
                    models.CharField(
                        help_text="Som i registret, till exempel Rektor.",
                        max_length=60,
                        verbose_name="tjänstgöringens roll",
                    ),
                ),
                (
                    "organisation",
                    models.CharField(
                        blank=True,
                        help_text="Organisationskod, skolenhetskod eller id. Tomt: alla.",
                        max_length=64,
                        verbose_name="organisation",
                    ),
                ),
                ("role", models.CharField(choices=ROLES, max_length=30, verbose_name="roll")),
                ("area", models.ForeignKey(to="people.area", verbose_name="område", **A_PLACE)),
                ("workplace", models.ForeignKey(to="people.workplace", verbose_name="arbetsplats", **A_PLACE)),
            ],
            options={
                "verbose_name": "tjänstgöring som ger en roll",
                "verbose_name_plural": "tjänstgöringar som ger roller",
                "constraints": [
                    models.CheckConstraint(
                        name="a_duty_gives_a_role_for_its_reach",
                        condition=Q(("area", None), ("role__in", ["ordering_manager"]), ("workplace__isnull", False))
                        | Q(("area__isnull", False), ("role__in", ["planner", "identity_keeper"]), ("workplace", None))
                        | Q(
                            ("area", None),
                            ("role__in", ["certificate_officer", "editor", "approver"]),
                            ("workplace", None),
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StaffImport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("read_at", models.DateTimeField(verbose_name="läst")),
                ("filename", models.CharField(max_length=200, verbose_name="fil eller adress")),
                ("whole", models.BooleanField(default=False, verbose_name="hela registret")),
                (
                    "rows",
                    models.JSONField(
                        default=list, help_text="One object per person, as people.importing.staff.wanted says."
                    ),
                ),
                ("ordered_at", models.DateTimeField(blank=True, null=True, verbose_name="beställd")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="genomförd")),
                (
                    "outcome",
                    models.JSONField(
                        default=dict, help_text="How many people were new, changed, alike, faulty and closed."
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="läst av",
                    ),
                ),
            ],
            options={"verbose_name": "inläsning av personal", "verbose_name_plural": "inläsningar av personal"},
        ),
    ]
