"""What is decided to go and has gone, who looked at whom, and copies of one's own data."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0018_alarms"),
    ]

    operations = [
        migrations.CreateModel(
            name='RetentionRule',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('person', 'Vikarien och passen, sedan sista avtalet tog slut'), ('calendar', 'Tillgänglighet och frånvaro, sedan tiden var'), ('messages', 'Meddelanden, sedan de skickades eller kom in'), ('notes', 'Anteckningar och klara uppgifter, sedan de skrevs'), ('certificates', 'Intyg, sedan beställningen avgjordes'), ('history', 'Händelser, sedan de skedde'), ('looks', 'Vem som tittade på vem, sedan det skedde')], max_length=20, verbose_name='slag')),
                ('months', models.PositiveSmallIntegerField(verbose_name='månader')),
                ('decision', models.CharField(max_length=60, verbose_name='beslutets nummer')),
                ('decided_on', models.DateField(verbose_name='beslutat')),
                ('decided_by', models.CharField(max_length=120, verbose_name='beslutat av')),
                ('made_at', models.DateTimeField(verbose_name='inlagd')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='slutade gälla')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='inlagd av')),
            ],
            options={
                'verbose_name': 'gallringsregel',
                'verbose_name_plural': 'gallringsregler',
            },
        ),
        migrations.CreateModel(
            name='RetentionRun',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('before', models.DateTimeField(verbose_name='äldre än')),
                ('began_at', models.DateTimeField(verbose_name='började')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='klar')),
                ('rows', models.JSONField(default=dict, help_text='How many, by the code of what they are.', verbose_name='antal')),
                ('left', models.JSONField(default=list, help_text='The keys of those that could not go, and are not tried again.')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='people.retentionrule', verbose_name='regel')),
            ],
            options={
                'verbose_name': 'gallring',
                'verbose_name_plural': 'gallringar',
            },
        ),
        migrations.CreateModel(
            name='LookedAt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='när')),
                ('page', models.CharField(choices=[('inspect', 'Överblick'), ('papers', 'Papper'), ('shifts', 'Pass och timmar'), ('messages', 'Meddelanden'), ('change', 'Uppgifter att ändra'), ('identity', 'Skyddat namn och kontakt'), ('certificate', 'Intyg'), ('income', 'Intyg med inkomst'), ('number', 'Personnummer')], max_length=20, verbose_name='sida')),
                ('reason', models.CharField(blank=True, choices=[('case', 'Jag handlägger ett ärende'), ('contact', 'Jag måste nå personen'), ('asked', 'Personen har bett mig'), ('check', 'Jag kontrollerar en uppgift'), ('danger', 'Någon är i fara')], max_length=10, verbose_name='skäl')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to=settings.AUTH_USER_MODEL, verbose_name='den som syntes')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='den som tittade')),
            ],
            options={
                'verbose_name': 'visning',
                'verbose_name_plural': 'visningar',
                'indexes': [models.Index(fields=['person', '-at'], name='looks_at_a_person'), models.Index(fields=['user', '-at'], name='looks_of_a_colleague'), models.Index(fields=['at'], name='looks_by_time')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('page__in', ['identity', 'income', 'number']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='what_is_sensitive_is_looked_at_for_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='OwnCopy',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('ordered_at', models.DateTimeField(verbose_name='beställd')),
                ('made_at', models.DateTimeField(blank=True, null=True, verbose_name='klar')),
                ('file', models.BinaryField(blank=True, null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_copies', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'kopia av egna uppgifter',
                'verbose_name_plural': 'kopior av egna uppgifter',
                'constraints': [models.UniqueConstraint(condition=models.Q(('made_at', None)), fields=('user',), name='one_own_copy_at_a_time')],
            },
        ),
        migrations.AddConstraint(
            model_name='retentionrule',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('kind',), name='one_retention_rule_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='retentionrule',
            constraint=models.CheckConstraint(condition=models.Q(('decision', ''), _negated=True), name='a_retention_rule_rests_on_a_decision'),
        ),
        migrations.AddConstraint(
            model_name='retentionrule',
            constraint=models.CheckConstraint(condition=models.Q(('months__gte', 1)), name='nothing_goes_before_a_month'),
        ),
        migrations.AddConstraint(
            model_name='retentionrun',
            constraint=models.UniqueConstraint(condition=models.Q(('done_at', None)), fields=('rule',), name='one_run_of_a_rule_at_a_time'),
        ),
    ]
