"""Runs to payroll, with each row that was sent and what was left out; wage codes, accounts, and how files look."""

import django.db.models.deletion
import payroll.models.wage_code
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('booking', '0010_worked_time'),
        ('payroll', '0001_facts_from_payroll'),
        ('people', '0021_numbers_in_lists'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Layout',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='namn')),
                ('kind', models.CharField(choices=[('paxml', 'PAXml 2.0'), ('csv', 'text med skiljetecken (CSV)'), ('fixed', 'text med fast bredd')], max_length=10, verbose_name='slag')),
                ('encoding', models.CharField(choices=[('ISO-8859-1', 'ISO-8859-1'), ('UTF-8', 'UTF-8')], default='ISO-8859-1', max_length=12, verbose_name='teckenkodning')),
                ('company', models.CharField(blank=True, max_length=20, verbose_name='företagets id i lönesystemet')),
                ('company_number', models.CharField(blank=True, max_length=12, verbose_name='organisationsnummer')),
                ('company_name', models.CharField(blank=True, max_length=80, verbose_name='företagets namn')),
                ('columns', models.JSONField(blank=True, default=list, verbose_name='kolumner')),
                ('separator', models.CharField(blank=True, choices=[(';', 'semikolon'), (',', 'komma'), ('\t', 'tabb'), ('|', 'lodstreck')], default=';', max_length=1, verbose_name='skiljetecken')),
                ('line_end', models.CharField(choices=[('\r\n', 'som i Windows (CRLF)'), ('\n', 'som i Unix (LF)')], default='\r\n', max_length=2, verbose_name='radslut')),
                ('decimal_sign', models.CharField(choices=[(',', 'komma'), ('.', 'punkt')], default=',', max_length=1, verbose_name='decimaltecken')),
                ('with_heading', models.BooleanField(default=False, verbose_name='rubriker på första raden')),
                ('always_quoted', models.BooleanField(default=False, verbose_name='citattecken om alla värden')),
                ('against_formulas', models.BooleanField(default=False, help_text="Sätter ' före det som ett kalkylblad skulle räkna ut. Bara för filer som människor öppnar.", verbose_name='skydda mot formler')),
            ],
            options={
                'verbose_name': 'fil till lönesystemet',
                'verbose_name_plural': 'filer till lönesystemet',
            },
        ),
        migrations.CreateModel(
            name='RunSeries',
            fields=[
                ('key', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'nummerserie',
                'verbose_name_plural': 'nummerserier',
            },
        ),
        migrations.CreateModel(
            name='AccountString',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=60, verbose_name='kontering')),
                ('workplace', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='account_string', to='people.workplace', verbose_name='arbetsplats')),
            ],
            options={
                'verbose_name': 'kontering',
                'verbose_name_plural': 'konteringar',
            },
        ),
        migrations.CreateModel(
            name='PayRun',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField(unique=True, verbose_name='nummer')),
                ('first_day', models.DateField(verbose_name='från och med')),
                ('last_day', models.DateField(verbose_name='till och med')),
                ('recipe', models.JSONField(help_text='The layout as it was, from which the file is made each time.')),
                ('codes', models.JSONField(default=dict, help_text='What the codes are called: `{code: name}`.')),
                ('sums', models.JSONField(default=dict, help_text='Hundredths of an hour by code, what is taken back counted off.')),
                ('shifts', models.PositiveIntegerField(default=0, verbose_name='pass')),
                ('corrections', models.PositiveIntegerField(default=0, verbose_name='rättade pass')),
                ('digest', models.CharField(help_text='SHA-256 of the file.', max_length=64, verbose_name='kontrollsumma')),
                ('made_at', models.DateTimeField(verbose_name='gjord')),
                ('fetched_at', models.DateTimeField(blank=True, null=True, verbose_name='först hämtad')),
                ('command', models.UUIDField(editable=False, help_text='The key of the form: twice is one run.', unique=True)),
                ('area', models.ForeignKey(blank=True, help_text='None: all.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.area', verbose_name='område')),
                ('fetched_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='hämtad av')),
                ('layout', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='payroll.layout', verbose_name='fil')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gjord av')),
                ('takes_back', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken_back_by', to='payroll.payrun', verbose_name='ångrar')),
            ],
            options={
                'verbose_name': 'körning',
                'verbose_name_plural': 'körningar',
            },
        ),
        migrations.CreateModel(
            name='LeftOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('not_attested', 'inte attesterat'), ('no_show', 'vikarien kom inte'), ('nothing_worked', 'inget arbetades'), ('banked', 'tiden finns i tidbanken'), ('no_number', 'anställningsnummer saknas'), ('no_code', 'löneart saknas'), ('too_wide', 'får inte plats'), ('line_break', 'radbrytning i ett värde'), ('unwritable', 'tecken som filen inte kan ha')], max_length=20, verbose_name='skäl')),
                ('facts', models.JSONField(default=dict)),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='booking.booking', verbose_name='bokning')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='left_out', to='payroll.payrun', verbose_name='körning')),
            ],
            options={
                'verbose_name': 'utelämnat pass',
                'verbose_name_plural': 'utelämnade pass',
            },
        ),
        migrations.CreateModel(
            name='RunShift',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('employee_number', models.CharField(blank=True, max_length=20, verbose_name='anställningsnummer')),
                ('version', models.PositiveSmallIntegerField(help_text='The number of its WorkedTime; 0 as booked.', verbose_name='vad som stod')),
                ('stands', models.BooleanField(default=True)),
                ('starts', models.DateTimeField(blank=True, help_text='None: nothing was worked.', null=True, verbose_name='började')),
                ('ends', models.DateTimeField(blank=True, null=True, verbose_name='slutade')),
                ('workplace', models.CharField(max_length=80, verbose_name='arbetsplats')),
                ('area', models.CharField(max_length=80, verbose_name='område')),
                ('occupation', models.CharField(max_length=80, verbose_name='yrke')),
                ('account', models.CharField(blank=True, max_length=60, verbose_name='kontering')),
                ('reason', models.CharField(blank=True, max_length=80, verbose_name='beställningsorsak')),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='run_shifts', to='booking.booking', verbose_name='bokning')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='payroll.runshift')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='run_shifts', to='payroll.payrun', verbose_name='körning')),
                ('substitute', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.substitute', verbose_name='vikarie')),
            ],
            options={
                'verbose_name': 'pass i en körning',
                'verbose_name_plural': 'pass i körningar',
            },
        ),
        migrations.CreateModel(
            name='RunLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='rad')),
                ('day', models.DateField(verbose_name='dag')),
                ('what', models.CharField(choices=[('ordinary', 'ordinarie tid'), ('additional', 'mertid'), ('overtime', 'övertid'), ('evening', 'OB kväll'), ('night', 'OB natt'), ('weekend', 'OB helg'), ('major', 'OB storhelg')], max_length=10, verbose_name='timmarna är')),
                ('code', models.CharField(max_length=10, verbose_name='tidkod')),
                ('wage_type', models.CharField(blank=True, max_length=20, verbose_name='löneart')),
                ('minutes', models.IntegerField(verbose_name='minuter')),
                ('hundredths', models.IntegerField(verbose_name='hundradels timmar')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='payroll.payrun', verbose_name='körning')),
                ('takes_back', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken_back_by', to='payroll.runline')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='payroll.runshift', verbose_name='pass')),
            ],
            options={
                'verbose_name': 'rad i en körning',
                'verbose_name_plural': 'rader i körningar',
            },
        ),
        migrations.CreateModel(
            name='WageCode',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(choices=[('ordinary', 'ordinarie tid'), ('additional', 'mertid'), ('overtime', 'övertid'), ('evening', 'OB kväll'), ('night', 'OB natt'), ('weekend', 'OB helg'), ('major', 'OB storhelg')], max_length=10, verbose_name='timmarna är')),
                ('pay_form', models.CharField(choices=[('hourly', 'timlön'), ('monthly', 'månadslön')], max_length=10, verbose_name='löneform')),
                ('code', models.CharField(max_length=10, validators=[payroll.models.wage_code.is_a_time_code], verbose_name='tidkod i PAXml')),
                ('wage_type', models.CharField(blank=True, help_text='I filer med löneart.', max_length=20, verbose_name='löneart')),
                ('name', models.CharField(max_length=40, verbose_name='namn')),
                ('with_overtime', models.BooleanField(default=False, help_text='Gäller OB. Enligt AB ges ingen OB för tid som betalas som övertid.', verbose_name='även på övertid')),
            ],
            options={
                'verbose_name': 'löneart',
                'verbose_name_plural': 'lönearter',
                'constraints': [models.UniqueConstraint(fields=('what', 'pay_form'), name='one_wage_code_per_class')],
            },
        ),
        migrations.AddConstraint(
            model_name='payrun',
            constraint=models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='run_is_not_backwards'),
        ),
        migrations.AddConstraint(
            model_name='payrun',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('fetched_at', None), ('fetched_by', None)), models.Q(('fetched_at__isnull', False), ('fetched_by__isnull', False)), _connector='OR'), name='a_fetched_run_says_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='runshift',
            constraint=models.UniqueConstraint(condition=models.Q(('stands', True)), fields=('booking',), name='one_standing_shift_per_booking'),
        ),
        migrations.AddConstraint(
            model_name='runline',
            constraint=models.UniqueConstraint(fields=('run', 'number'), name='one_line_per_number_in_a_run'),
        ),
    ]
