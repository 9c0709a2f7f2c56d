from datetime import timedelta
from typing import Any

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


SATURDAY, DAYS = 5, 5


def promise(apps: Any, _editor: Any) -> None:  # noqa: ANN401 (as migrations are written)
    """Those that wait are due as if the days had been promised when they were asked for; holidays aside."""
    requests = apps.get_model("intyg", "CertificateRequest").objects
    for asked in requests.filter(due_on=None).only("requested_at"):
        day, left = asked.requested_at.date(), DAYS
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < SATURDAY
        requests.filter(pk=asked.pk).update(due_on=day)


class Migration(migrations.Migration):

    dependencies = [
        ('intyg', '0001_certificates'),
        ('people', '0021_numbers_in_lists'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CertificateQuestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=500, verbose_name='fråga')),
                ('asked_at', models.DateTimeField(verbose_name='ställd')),
                ('answer', models.CharField(blank=True, max_length=1000, verbose_name='svar')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='besvarad')),
            ],
            options={
                'verbose_name': 'fråga om ett intyg',
                'verbose_name_plural': 'frågor om intyg',
            },
        ),
        migrations.RemoveConstraint(
            model_name='certificaterequest',
            name='an_assigned_request_has_an_officer',
        ),
        migrations.RemoveConstraint(
            model_name='certificaterequest',
            name='a_decided_request_says_when',
        ),
        migrations.RemoveConstraint(
            model_name='certificaterequest',
            name='one_request_per_form',
        ),
        migrations.AddField(
            model_name='certificate',
            name='prepared_by',
            field=models.ForeignKey(blank=True, help_text='Where it takes two: whoever filled it in, and did not issue it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ifyllt av'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='replaces',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replaced_by', to='intyg.certificate', verbose_name='ersätter'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='answered_at',
            field=models.DateTimeField(blank=True, help_text='Until the officer goes on with it.', null=True, verbose_name='svar har kommit'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='correction',
            field=models.CharField(blank=True, max_length=300, verbose_name='skäl till rättelsen'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='corrects',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='corrections', to='intyg.certificate', verbose_name='rättar intyget'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='due_on',
            field=models.DateField(blank=True, null=True, verbose_name='klart senast'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='given_up',
            field=models.JSONField(blank=True, default=list, help_text='The keys of the released bookings that she picked.', verbose_name='valda pass'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='ready_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='klart att granska'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='ready_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ifyllt av'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='reminded_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='påmint'),
        ),
        migrations.AddField(
            model_name='certificaterequest',
            name='sent_back',
            field=models.CharField(blank=True, max_length=300, verbose_name='granskarens ord'),
        ),
        migrations.AlterField(
            model_name='certificaterequest',
            name='command',
            field=models.UUIDField(editable=False, help_text='The key of the form: sent twice it is one request of each type.'),
        ),
        migrations.AlterField(
            model_name='certificaterequest',
            name='status',
            field=models.CharField(choices=[('requested', 'mottagen'), ('assigned', 'handläggs'), ('question', 'väntar på svar'), ('issued', 'klart att hämta'), ('fetched', 'hämtat'), ('refused', 'avslaget'), ('withdrawn', 'återtaget')], default='requested', max_length=10, verbose_name='status'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(('prepared_by', None), models.Q(('prepared_by', models.F('issued_by')), _negated=True), _connector='OR'), name='two_have_seen_what_takes_two'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('assigned', 'question')), _negated=True), ('officer__isnull', False), _connector='OR'), name='a_request_at_hand_has_an_officer'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('status__in', ('requested', 'assigned', 'question'))), models.Q(models.Q(('status__in', ('requested', 'assigned', 'question')), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='a_decided_request_tells_when'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ready_at', None), ('ready_by', None)), models.Q(('ready_at__isnull', False), ('ready_by__isnull', False)), _connector='OR'), name='a_ready_request_says_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.UniqueConstraint(fields=('substitute', 'command', 'type'), name='one_request_of_a_type_per_form'),
        ),
        migrations.AddConstraint(
            model_name='certificaterequest',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('refused', 'withdrawn')), _negated=True), fields=('corrects',), name='one_correction_at_a_time'),
        ),
        migrations.AddField(
            model_name='certificatequestion',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ställd av'),
        ),
        migrations.AddField(
            model_name='certificatequestion',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='intyg.certificaterequest', verbose_name='intygsbeställning'),
        ),
        migrations.AddConstraint(
            model_name='certificatequestion',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at', None)), fields=('request',), name='one_open_question_per_request'),
        ),
        migrations.AddConstraint(
            model_name='certificatequestion',
            constraint=models.CheckConstraint(condition=models.Q(('answer', ''), ('answered_at__isnull', False), _connector='OR'), name='an_answer_says_when'),
        ),
        migrations.RunPython(promise, migrations.RunPython.noop),
    ]
