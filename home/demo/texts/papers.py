"""Guides about certificates and one's own details."""

from home.demo.texts.shapes import Guide, Step, facts

CERTIFICATE = Guide(
    slug="bestall-ett-intyg",
    title="Beställ ett intyg",
    intro="Det finns fyra intyg. Vet du inte vilket? Fråga den som vill ha det.",
    minutes=2,
    body=(
        facts(
            ("Arbetsgivarintyg", "Till a-kassan"),
            ("Tjänstgöringsintyg", "Till en ny chef eller en skola. Visar hur länge du har jobbat"),
            ("Förlorad arbetsinkomst", "När du missar jobb för ett uppdrag, till exempel som nämndeman"),
            ("Uppgifter om årsinkomst", "Till Försäkringskassan, banken eller förskolan"),
        ),
    ),
    steps=(
        Step("Öppna Intyg", "Tryck på **Beställ intyg**.", button=("Öppna Intyg", "/intyg/")),
        Step(
            "Välj sort och tid",
            "Välj vilka datum intyget ska gälla. Skriv vad du ska ha det till.",
            screen=(("text", "Vilket intyg?"), ("box", "Arbetsgivarintyg"), ("primary", "Nästa")),
            said="ett val av intyg och knappen Nästa.",
        ),
        Step(
            "Kontrollera och skicka",
            "Vi räknar timmarna från dina pass. Saknas något? Skriv det i rutan.",
        ),
        Step(
            "Hämta intyget",
            "Du får ett sms när det är klart. Hämta det under Intyg. Bara du kan öppna det.",
        ),
    ),
    troubles=(
        (
            "Timmarna stämmer inte",
            "Skriv vilket pass det gäller när du beställer. Du kan också ringa Lönecentrum.",
        ),
        (
            "Jag behöver betyg på mitt arbete",
            "Ett betyg skriver din chef. Prata med henne eller honom.",
        ),
    ),
)

NEW_NUMBER = Guide(
    slug="byt-mobilnummer",
    title="Byt mobilnummer",
    intro="Byt samma dag som du får ett nytt nummer. Annars når vi dig inte.",
    minutes=1,
    steps=(
        Step("Öppna Profil", "Där står numret vi skickar sms till.", button=("Öppna Profil", "/profil/")),
        Step(
            "Byt nummer",
            "Skriv det nya numret. Vi skickar en kod till det.",
            screen=(("text", "Mobilnummer"), ("box", "070-174 06 99"), ("primary", "Skicka koden")),
            said="ett fält för mobilnumret och knappen Skicka koden.",
        ),
        Step(
            "Skriv koden",
            "Koden gäller i tio minuter. Nästa sms går till det nya numret. Det gamla får veta att det är bytt.",
            screen=(("text", "Kod"), ("box", "6 siffror"), ("primary", "Bekräfta")),
            said="ett fält för koden och knappen Bekräfta.",
        ),
        Step(
            "Byt i lönesystemet också",
            "Lönen har en egen lista. Ring Lönecentrum, så ändrar de där.",
        ),
    ),
    troubles=(
        (
            "Någon annan i familjen har samma nummer",
            "Det går bra. Varje fråga får en siffra. Skriv den efter svaret, till exempel `JA 7`.",
        ),
    ),
)

EMPLOYMENT = Guide(
    slug="las-dagar",
    title="Så räknas LAS-dagar",
    intro="LAS är lagen om anställningsskydd. Dagarna avgör när du får en fastare anställning.",
    minutes=2,
    body=(
        facts(
            ("Särskild visstid", "Mer än 12 månader på fem år: anställningen blir tills vidare"),
            ("Företräde", "Mer än 9 månader särskild visstid på tre år: du går före till nästa"),
            ("Vikariat", "Mer än 18 månader på fem år: anställningen blir tills vidare"),
        ),
    ),
    steps=(
        Step("Se dina dagar", "De står under Profil, LAS-dagar.", button=("Öppna LAS-dagar", "/profil/las-dagar/")),
        Step("Räkna passen", "Varje pass är en anställning. En dag räknas en gång, även med två pass."),
        Step(
            "Räkna dagarna mellan",
            "Har du tre pass eller fler i en månad räknas också dagarna mellan dem. Det gäller särskild visstid.",
        ),
    ),
    troubles=(
        (
            "Dagarna stämmer inte",
            "Bara pass i portalen räknas där. Ring Bemanningen om du har jobbat i kommunen på annat sätt.",
        ),
    ),
)
