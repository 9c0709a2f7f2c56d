"""What stands around the guides and the news: the job itself, employments to apply for, other systems, a banner."""

from dataclasses import dataclass

from home.demo.cast import ELDERLY, HOME_CARE
from home.demo.texts.shapes import Text, heading, text

SECTION = Text(
    slug="om-jobbet",
    title="Om jobbet",
    intro="Det som gäller på alla arbetsplatser.",
)
IN_THE_SECTION = (
    Text(
        slug="arbetsklader",
        title="Arbetskläder",
        intro="Du får låna kläder i vården. De tvättas på jobbet.",
        body=(
            text(
                "Hämta kläder på arbetsplatsen när du kommer. Lägg dem i tvätten när du går.",
                "Ta inte hem dem. Ha egna skor med bra sula.",
            ),
            heading("Händer och hår"),
            text("Ta av ringar, klocka och armband. Sätt upp långt hår. Ha korta naglar utan lack."),
        ),
    ),
    Text(
        slug="tystnadsplikt",
        title="Tystnadsplikt",
        intro="Det du får veta om andra på jobbet berättar du inte vidare.",
        body=(
            text(
                "Det gäller alla du möter i jobbet: barn, brukare och deras familjer.",
                "Det gäller också när du har slutat, och på nätet. Ta inga bilder.",
                "Är du osäker? Fråga chefen på arbetsplatsen.",
            ),
        ),
    ),
)
JOBS = ("tjanster", "Jobba hos oss", "Tjänster som du kan söka. De är för dig som vill ha en längre anställning.")


@dataclass(frozen=True, slots=True)
class Advert(Text):
    """An employment to apply for, so many days more."""

    days: int = 20
    workplace: str = ""
    address: str = ""
    extent: str = ""
    employment: str = "permanent"
    starts: str = ""
    how_to_apply: str = "Skriv kort om dig själv och vad du har jobbat med."
    person: tuple[str, str, str] = ("", "", "")


ADVERTS = (
    Advert(
        slug="underskoterska-solgarden",
        title="Undersköterska till Solgården",
        intro="Vill du ha ett fast schema? Vi söker en kollega till plan 2.",
        body=(
            text(
                "Du arbetar dag och kväll, och varannan helg. Schemat är klart sex veckor i förväg.",
                "Har du jobbat här som vikarie? Det räknar vi med när vi väljer.",
            ),
            heading("Det här behöver du"),
            text("- Titeln undersköterska\n- Delegering, eller vilja att få den\n- God svenska i tal och skrift"),
        ),
        days=20,
        workplace="Solgården",
        address="Solvägen 8, Älvsunda",
        extent="Heltid",
        starts="När vi har kommit överens",
        person=("Eva Holm", "Enhetschef", "0980-319 245"),
    ),
    Advert(
        slug="barnskotare-vikariat",
        title="Barnskötare, vikariat på ett år",
        intro="Följ samma barngrupp hela läsåret.",
        body=(text("Du arbetar dagtid på en förskola i centrum. Gruppen har 16 barn och tre vuxna."),),
        days=9,
        workplace="Förskola och skola",
        extent="80 procent",
        employment="stand_in",
        starts="Vid terminens början",
        person=("Samir Haddad", "Bemanningsplanerare", "0980-319 212"),
    ),
)
APPLY_TO = "jobb@alvsunda.example"

# Name, address, what for, how to sign in.
SYSTEMS = (
    {
        "name": "Lön och schema",
        "address": "https://lon.alvsunda.example/",
        "about": "Se din lönespecifikation.",
        "sign_in": "Med e-legitimation.",
        "name_en": "Pay and schedule",
        "about_en": "See your payslip.",
        "sign_in_en": "With e-identification.",
    },
    {
        "name": "Jobbmejlen",
        "address": "https://mejl.alvsunda.example/",
        "about": "Läs och skicka e-post.",
        "sign_in": "Med ditt användarnamn.",
        "name_en": "Work email",
        "about_en": "Read and send email.",
        "sign_in_en": "With your username.",
    },
    {
        "name": "Kurser",
        "address": "https://kurser.alvsunda.example/",
        "about": "Gå kurser på nätet.",
        "sign_in": "Med ditt användarnamn.",
        "name_en": "Courses",
        "about_en": "Take courses online.",
        "sign_in_en": "With your username.",
    },
)
NEWS_OF = {"kurs-i-forflyttning": (HOME_CARE, ELDERLY)}
"""The areas that a piece of news is about."""
BANNER = {
    "heading": "Vi söker fler kollegor.",
    "text": "Vill du ha en längre anställning? Sök en tjänst hos oss.",
    "link_text": "Se våra tjänster",
    "heading_en": "We need more colleagues.",
    "text_en": "Would you like a longer employment? Apply for a job with us.",
    "link_text_en": "See our jobs",
}
BANNER_DAYS = 30
