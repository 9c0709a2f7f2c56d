"""What was worked on a shift, as it was said and approved, and the months in which nobody changes it."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('booking', '0009_why_nobody_is_away'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='plannertask',
            name='kind',
            field=models.CharField(choices=[('late_yes', 'ja efter svarstiden'), ('no_after_won', 'nej från någon som har passet'), ('paper_ended', 'bokad utan giltigt avtal eller kompetens'), ('absent_yet_booked', 'bokad men frånvarande'), ('blocked_yet_booked', 'bokad men spärrad på arbetsplatsen'), ('exhausted', 'alla är tillfrågade'), ('asking_waits', 'förfrågan väntar på morgonen'), ('no_sms', 'har stoppat sms'), ('call', 'ring'), ('late', 'kommer senare'), ('wished_workplace', 'vill jobba på en ny arbetsplats'), ('regretted', 'ångrade sitt ja'), ('worked_otherwise', 'arbetad tid stämmer inte'), ('time_disputed', 'vikarien säger emot tiden')], max_length=20, verbose_name='slag'),
        ),
        migrations.CreateModel(
            name='PayPeriod',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('first_day', models.DateField(unique=True, verbose_name='från och med')),
                ('last_day', models.DateField(verbose_name='till och med')),
                ('closed_at', models.DateTimeField(verbose_name='stängd')),
                ('closed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='stängd av')),
            ],
            options={
                'verbose_name': 'löneperiod',
                'verbose_name_plural': 'löneperioder',
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='pay_period_is_not_backwards')],
            },
        ),
        migrations.CreateModel(
            name='WorkedTime',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='ordning')),
                ('side', models.CharField(choices=[('substitute', 'vikarien'), ('workplace', 'arbetsplatsen'), ('planner', 'bemanningen')], max_length=10, verbose_name='vem som säger det')),
                ('starts', models.DateTimeField(verbose_name='började')),
                ('ends', models.DateTimeField(verbose_name='slutade')),
                ('break_minutes', models.PositiveSmallIntegerField(default=0, verbose_name='rast, minuter')),
                ('nothing', models.BooleanField(default=False, verbose_name='inget arbetades')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='kommentar')),
                ('reason', models.CharField(blank=True, help_text='Why a period that is closed is corrected.', max_length=200, verbose_name='skäl till rättelse')),
                ('said_at', models.DateTimeField(verbose_name='sagt')),
                ('attested_at', models.DateTimeField(blank=True, null=True, verbose_name='attesterad')),
                ('attested_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='attesterad av')),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='worked', to='booking.booking', verbose_name='bokning')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='sagt av')),
            ],
            options={
                'verbose_name': 'arbetad tid',
                'verbose_name_plural': 'arbetad tid',
                'constraints': [models.UniqueConstraint(fields=('booking', 'number'), name='one_statement_per_number'), models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='worked_time_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('attested_at', None), ('attested_by', None)), models.Q(('attested_at__isnull', False), ('attested_by__isnull', False)), _connector='OR'), name='an_approved_time_says_by_whom')],
            },
        ),
    ]
