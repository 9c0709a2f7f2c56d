"""How the portal uses what it knows of people, as the page tells it."""

from portal.pages.models import PrivacyPage
from tests.factories.pages import below
from tests.pages.counting import asked

PURPOSE = ("purpose", {"purpose": "Boka dig på pass", "what": "Namn och avtal", "ground": "contract"})


def notice(home, **fields: object) -> PrivacyPage:
    values = {
        "slug": "personuppgifter",
        "controller": "Kommunstyrelsen",
        "officer": "Kommunens ombud",
        "officer_email": "dataskydd@alvsunda.example",
        "purposes": [PURPOSE],
        "receivers": "<p>Planerare ser sina områden.</p>",
        "rights": "<p>Du kan få se allt.</p>",
        "outside": "Uppgifterna lämnar inte EU och EES.",
        "decides_alone": "Portalen kan boka dig direkt.",
        "plan": [("row", {"what": "Arbetad tid", "how_long": "10 år"})],
    }
    return below(home, PrivacyPage, "Personuppgifter", **(values | fields))


def test_the_page_says_who_why_to_whom_how_long_and_what_one_may_ask_for(home, client):
    notice(home)

    html = client.get("/personuppgifter/").content.decode()

    for part in (
        "Kommunstyrelsen",
        'href="mailto:dataskydd@alvsunda.example"',
        "Boka dig på pass",
        "Avtal med dig",
        "Planerare ser sina områden.",
        "Uppgifterna lämnar inte EU och EES.",
        "Portalen kan boka dig direkt.",
        "Koden och numret när du byter mobilnummer",
        "1 dygn efter att koden skickades",
        "Dina pass och timmar, utan namn",
        "10 år",
        "Du kan få se allt.",
        'href="https://www.imy.se/"',
    ):
        assert part in html, part


def test_many_purposes_ask_no_more_than_one(home, client):
    page = notice(home)
    one = asked(client, "/personuppgifter/")
    page.purposes = [PURPOSE] * 15
    page.save()

    assert asked(client, "/personuppgifter/") == one <= 12
