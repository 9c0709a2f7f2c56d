import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0013_what_the_policies_say'),
    ]

    operations = [
        migrations.AddField(
            model_name='contact',
            name='about_en',
            field=models.CharField(blank=True, help_text='Visas på de engelska sidorna. Lämna tomt om det svenska ska stå där.', max_length=100, verbose_name='hjälper med, på engelska'),
        ),
        migrations.AddField(
            model_name='contact',
            name='name_en',
            field=models.CharField(blank=True, help_text='Visas på de engelska sidorna. Lämna tomt om det svenska ska stå där.', max_length=60, verbose_name='namn på engelska'),
        ),
        migrations.AlterField(
            model_name='contact',
            name='exceptions',
            field=wagtail.fields.StreamField([('date', 5)], blank=True, block_lookup={0: ('wagtail.blocks.DateBlock', (), {'label': 'Datum'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'Till exempel midsommarafton.', 'label': 'Varför', 'max_length': 40, 'required': False}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Visas på de engelska sidorna.', 'label': 'Varför, på engelska', 'max_length': 40, 'required': False}), 3: ('wagtail.blocks.TimeBlock', (), {'help_text': 'Lämna tiderna tomma om det är stängt.', 'label': 'Öppnar', 'required': False}), 4: ('wagtail.blocks.TimeBlock', (), {'label': 'Stänger', 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('date', 0), ('reason', 1), ('reason_en', 2), ('opens', 3), ('closes', 4)]], {})}, help_text='Till exempel röda dagar. Visas tre veckor i förväg.', verbose_name='andra tider vissa datum'),
        ),
        migrations.AlterField(
            model_name='contact',
            name='people',
            field=wagtail.fields.StreamField([('person', 5)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'help_text': 'Förnamn och efternamn.', 'label': 'Namn', 'max_length': 60}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'Till exempel hemtjänst.', 'label': 'Arbetar med', 'max_length': 60, 'required': False}), 2: ('wagtail.blocks.RegexBlock', ('^[+0][\\d -]{5,18}$',), {'error_messages': {'invalid': 'Skriv numret med siffror, till exempel 0980-319 210.'}, 'help_text': 'Visas för alla, också utan inloggning.', 'label': 'Telefon', 'max_length': 20, 'required': False}), 3: ('wagtail.blocks.EmailBlock', (), {'help_text': 'Visas för alla, också utan inloggning.', 'label': 'E-post', 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'help_text': 'Visas på de engelska sidorna. Lämna tomt om det svenska ska stå där.', 'label': 'Arbetar med, på engelska', 'max_length': 60, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('name', 0), ('task', 1), ('phone', 2), ('email', 3), ('task_en', 4)]], {})}, help_text='De som svarar, i den ordning de ska visas. Fråga dem först.', verbose_name='personer'),
        ),
    ]
