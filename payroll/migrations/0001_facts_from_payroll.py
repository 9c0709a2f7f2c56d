"""Pay by the month and employments, as payroll has told them; the files that are waited for, and how each is read."""

import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0021_numbers_in_lists'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FactsLayout',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='namn')),
                ('kind', models.CharField(choices=[('pay', 'lön per månad'), ('employment', 'anställningar')], default='pay', max_length=10, verbose_name='vad filen innehåller')),
                ('person_by', models.CharField(choices=[('employee_number', 'anställningsnummer'), ('personnummer', 'personnummer med tolv siffror')], default='employee_number', max_length=15, verbose_name='personen känns igen på')),
                ('has_headings', models.BooleanField(default=True, verbose_name='första raden är rubriker')),
                ('decimal_sign', models.CharField(choices=[(',', 'komma: 12 345,50'), ('.', 'punkt: 12345.50')], default=',', max_length=1, verbose_name='decimaltecken')),
                ('days', models.CharField(choices=[('%Y-%m-%d', '2026-05-31'), ('%Y%m%d', '20260531'), ('%y%m%d', '260531'), ('%d.%m.%Y', '31.05.2026'), ('%d/%m/%Y', '31/05/2026')], default='%Y-%m-%d', max_length=8, verbose_name='dagar skrivs som')),
                ('encoding', models.CharField(blank=True, choices=[('utf-8', 'UTF-8'), ('cp1252', 'Windows-1252 eller Latin-1'), ('utf-16', 'UTF-16')], help_text='Tomt: portalen känner efter.', max_length=6, verbose_name='teckenkodning')),
                ('delimiter', models.CharField(blank=True, choices=[(';', 'semikolon'), (',', 'komma'), ('tab', 'tabb'), ('|', 'lodstreck')], help_text='Tomt: portalen känner efter.', max_length=3, verbose_name='skiljetecken')),
                ('twice', models.CharField(choices=[('refuse', 'stoppa raderna'), ('add', 'lägg ihop beloppen')], default='refuse', max_length=6, verbose_name='två rader för samma person och månad')),
                ('column_person', models.CharField(help_text='Här och nedanför: rubriken i filen, eller kolumnens nummer. Tomt: står inte i filen.', max_length=60, verbose_name='personen')),
                ('column_month', models.CharField(blank=True, max_length=60, verbose_name='månad')),
                ('column_reference', models.CharField(blank=True, max_length=60, verbose_name='anställningens id')),
                ('column_gross', models.CharField(blank=True, max_length=60, verbose_name='lön före skatt')),
                ('column_hourly_pay', models.CharField(blank=True, max_length=60, verbose_name='timlön')),
                ('column_holiday_pay', models.CharField(blank=True, max_length=60, verbose_name='semesterersättning')),
                ('column_overtime_pay', models.CharField(blank=True, max_length=60, verbose_name='övertidsersättning')),
                ('column_additional_pay', models.CharField(blank=True, max_length=60, verbose_name='mertidsersättning')),
                ('column_ob_pay', models.CharField(blank=True, max_length=60, verbose_name='ob-tillägg')),
                ('column_on_call_pay', models.CharField(blank=True, max_length=60, verbose_name='jourersättning')),
                ('column_sick_pay', models.CharField(blank=True, max_length=60, verbose_name='sjuklön')),
                ('column_overtime_hours', models.CharField(blank=True, max_length=60, verbose_name='övertid, timmar')),
                ('column_additional_hours', models.CharField(blank=True, max_length=60, verbose_name='mertid, timmar')),
                ('column_absence_hours', models.CharField(blank=True, max_length=60, verbose_name='frånvaro, timmar')),
                ('column_form', models.CharField(blank=True, help_text='Det här och följande finns bara i filer med anställningar.', max_length=60, verbose_name='anställningsform')),
                ('column_title', models.CharField(blank=True, max_length=60, verbose_name='befattning')),
                ('column_since', models.CharField(blank=True, max_length=60, verbose_name='anställd från')),
                ('column_until', models.CharField(blank=True, max_length=60, verbose_name='anställd till')),
                ('column_percent', models.CharField(blank=True, max_length=60, verbose_name='sysselsättningsgrad')),
                ('column_end_reason', models.CharField(blank=True, max_length=60, verbose_name='varför anställningen slutade')),
            ],
            options={
                'verbose_name': 'lönefil',
                'verbose_name_plural': 'lönefiler',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('column_person', ''), _negated=True), models.Q(('name', ''), _negated=True)), name='a_layout_says_where_the_person_stands')],
            },
        ),
        migrations.CreateModel(
            name='FactsImport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('filename', models.CharField(max_length=200, verbose_name='fil')),
                ('digest', models.CharField(help_text='SHA-256 of the file, by which the same one is known again.', max_length=64)),
                ('read_at', models.DateTimeField(verbose_name='läst')),
                ('rows', models.JSONField(default=list, help_text='One object per row, as payroll.importing.reading says.')),
                ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='genomförd')),
                ('counts', models.JSONField(default=dict, help_text='How many were new, changed, alike and faulty.')),
                ('applied_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='inläst av')),
                ('read_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='läst av')),
                ('layout', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='payroll.factslayout', verbose_name='lönefil')),
            ],
            options={
                'verbose_name': 'inläsning av löneuppgifter',
                'verbose_name_plural': 'inläsningar av löneuppgifter',
            },
        ),
        migrations.CreateModel(
            name='MonthlyPay',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('month', models.DateField(help_text='Its first day.', verbose_name='månad')),
                ('reference', models.CharField(blank=True, max_length=60, verbose_name='anställningens id i lönesystemet')),
                ('gross', models.DecimalField(decimal_places=2, max_digits=9, validators=[django.core.validators.MinValueValidator(0)], verbose_name='lön före skatt')),
                ('hourly_pay', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='timlön')),
                ('holiday_pay', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='semesterersättning')),
                ('overtime_pay', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='övertidsersättning')),
                ('additional_pay', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='mertidsersättning')),
                ('ob_pay', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='ob-tillägg')),
                ('on_call_pay', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='jourersättning')),
                ('sick_pay', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='sjuklön')),
                ('overtime_hours', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='övertid, timmar')),
                ('additional_hours', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='mertid, timmar')),
                ('absence_hours', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='frånvaro, timmar')),
                ('read_at', models.DateTimeField(verbose_name='inläst')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='payroll.factsimport', verbose_name='inläst ur')),
                ('substitute', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='monthly_pay', to='people.substitute', verbose_name='vikarie')),
            ],
            options={
                'verbose_name': 'lön för en månad',
                'verbose_name_plural': 'löner per månad',
            },
        ),
        migrations.CreateModel(
            name='EmploymentFacts',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(max_length=60, verbose_name='anställningens id i lönesystemet')),
                ('form', models.CharField(max_length=100, verbose_name='anställningsform')),
                ('title', models.CharField(blank=True, max_length=100, verbose_name='befattning')),
                ('since', models.DateField(verbose_name='anställd från')),
                ('until', models.DateField(blank=True, null=True, verbose_name='anställd till')),
                ('hourly_pay', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='timlön')),
                ('percent', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='sysselsättningsgrad')),
                ('end_reason', models.CharField(blank=True, max_length=100, verbose_name='varför anställningen slutade')),
                ('read_at', models.DateTimeField(verbose_name='inläst')),
                ('substitute', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='people.substitute', verbose_name='vikarie')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='payroll.factsimport', verbose_name='inläst ur')),
            ],
            options={
                'verbose_name': 'anställning enligt lönesystemet',
                'verbose_name_plural': 'anställningar enligt lönesystemet',
                'constraints': [models.UniqueConstraint(fields=('substitute', 'reference'), name='one_employment_of_a_reference'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='an_employment_is_not_backwards'), models.CheckConstraint(condition=models.Q(('reference', ''), _negated=True), name='an_employment_is_known_by_something')],
            },
        ),
        migrations.AddIndex(
            model_name='factsimport',
            index=models.Index(fields=['digest'], name='pay_file_seen_before'),
        ),
        migrations.AddConstraint(
            model_name='monthlypay',
            constraint=models.UniqueConstraint(fields=('substitute', 'month', 'reference'), name='one_pay_of_a_month_and_employment'),
        ),
        migrations.AddConstraint(
            model_name='monthlypay',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='a_month_is_its_first_day'),
        ),
        migrations.AddConstraint(
            model_name='monthlypay',
            constraint=models.CheckConstraint(condition=models.Q(('gross__gte', 0)), name='nobody_is_paid_less_than_nothing'),
        ),
    ]
