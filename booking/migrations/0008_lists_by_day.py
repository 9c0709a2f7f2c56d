from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('booking', '0007_worked_otherwise'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['starts'], name='booking_starts'),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['starts'], name='order_starts'),
        ),
    ]
