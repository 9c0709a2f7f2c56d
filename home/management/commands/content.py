"""Put the pages that the portal is shipped with in their places."""

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.models import Site

from home.demo import content, english
from home.models import HomePage


class Command(BaseCommand):
    """`manage.py content`: guides, answers, news and contacts, in Swedish and English.

    Run again it makes what is missing, and changes nothing that is there: what an editor has written stays.
    """

    help = __doc__

    def handle(self, *args: object, **options: object) -> None:
        """Make what is missing, and find it when it is searched for."""
        site = Site.objects.get(is_default_site=True)
        content.build(site, today=timezone.localdate())
        english.build(HomePage.objects.get(pk=Site.objects.get(pk=site.pk).root_page_id))
        call_command("update_index", verbosity=0)
        self.stdout.write("The pages are in their places.")
