from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_history'),
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
            ],
            options={
                'verbose_name': 'konto',
                'verbose_name_plural': 'konton',
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('people.user',),
        ),
    ]
