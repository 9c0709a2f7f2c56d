import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0002_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NumberSeries',
            fields=[
                ('year', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'nummerserie',
                'verbose_name_plural': 'nummerserier',
            },
        ),
        migrations.CreateModel(
            name='CertificateRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('type', models.CharField(choices=[('arbetsgivarintyg', 'Arbetsgivarintyg'), ('tjanstgoringsintyg', 'Tjänstgöringsintyg'), ('forlorad_arbetsinkomst', 'Intyg om förlorad arbetsinkomst'), ('arsinkomst', 'Uppgifter om årsinkomst')], max_length=30, verbose_name='intyg')),
                ('first_day', models.DateField(verbose_name='från och med')),
                ('last_day', models.DateField(verbose_name='till och med')),
                ('purpose', models.CharField(choices=[('a_kassa', 'a-kassan'), ('ny_arbetsgivare', 'en ny arbetsgivare'), ('studier', 'studier'), ('forsakringskassan', 'Försäkringskassan'), ('uppdrag', 'förtroendeuppdrag, domstol eller vittnesmål'), ('annat', 'annat')], max_length=20, verbose_name='vad intyget ska användas till')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='något vi behöver veta')),
                ('status', models.CharField(choices=[('requested', 'mottagen'), ('assigned', 'handläggs'), ('issued', 'klart att hämta'), ('fetched', 'hämtat'), ('refused', 'avslaget'), ('withdrawn', 'återtaget')], default='requested', max_length=10, verbose_name='status')),
                ('requested_at', models.DateTimeField(verbose_name='beställt')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='klart')),
                ('refusal', models.CharField(blank=True, max_length=300, verbose_name='skäl till avslag')),
                ('details', models.JSONField(default=dict, help_text='What the officer filled in, by field name.', verbose_name='uppgifter från lönekontoret')),
                ('fetched_at', models.DateTimeField(blank=True, null=True, verbose_name='hämtat')),
                ('command', models.UUIDField(editable=False, help_text='The key of the form: the same form twice is one request.')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handläggare')),
                ('substitute', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificate_requests', to='people.substitute', verbose_name='vikarie')),
            ],
            options={
                'verbose_name': 'intygsbeställning',
                'verbose_name_plural': 'intygsbeställningar',
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=20, unique=True, verbose_name='nummer')),
                ('check_value', models.CharField(max_length=20, verbose_name='kontrollvärde')),
                ('issued_at', models.DateTimeField(verbose_name='utfärdat')),
                ('content', models.JSONField(help_text='Everything the document says; the same content gives the same file.')),
                ('pdf', models.BinaryField()),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='utfärdat av')),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='intyg.certificaterequest')),
            ],
            options={
                'verbose_name': 'intyg',
                'verbose_name_plural': 'intyg',
            },
        ),
        migrations.AddIndex(
            model_name='certificaterequest',
            index=models.Index(fields=['status', 'requested_at'], name='certificate_queue'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='certificate_period_is_not_backwards'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'refused'), _negated=True), models.Q(('refusal', ''), _negated=True), _connector='OR'), name='a_refusal_says_why'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'assigned'), _negated=True), ('officer__isnull', False), _connector='OR'), name='an_assigned_request_has_an_officer'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('status__in', ('requested', 'assigned'))), models.Q(models.Q(('status__in', ('requested', 'assigned')), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='a_decided_request_says_when'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('fetched_at__isnull', False), ('status', 'fetched')), models.Q(models.Q(('status', 'fetched'), _negated=True), ('fetched_at', None)), _connector='OR'), name='a_fetched_certificate_says_when'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.UniqueConstraint(fields=('substitute', 'command'), name='one_request_per_form'),
        ),
    ]
