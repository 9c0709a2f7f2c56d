"""How people in Älvsunda search: what they call things, and the page that answers."""

from home.models import HomePage
from portal.pages.models import BestHit, Keyword

KEYWORDS = (
    ("vab, vabba, vård av barn, sjukt barn", "sjuk-eller-vab"),
    ("sjuk, sjukanmälan, frisk, frånvaro", "sjuk-eller-vab"),
    ("intyg, arbetsgivarintyg, tjänstgöringsintyg, a-kassa", "bestall-ett-intyg"),
    ("lön, lönebesked, lönespecifikation, utbetalning", "kontrollera-din-lon"),
    ("förfrågan, ja eller nej, svara ja", "svara-pa-en-forfragan"),
    ("sms, textmeddelande, meddelande", "tva-sorters-sms"),
    ("LAS, anställningsskydd, företrädesrätt", "las-dagar"),
    ("tillgänglig, tillgänglighet, lägga in tid", "lagg-in-tid"),
)
"""Words that mean the same, and the last part of the page's address."""


def build(home: HomePage) -> None:
    """Make those that are missing."""
    for words, slug in KEYWORDS:
        keyword, is_new = Keyword.objects.get_or_create(words=words)
        page = home.get_descendants().filter(slug=slug).first()
        if is_new and page:
            BestHit.objects.create(keyword=keyword, page=page, sort_order=0)
