"""Guides about pay, certificates and one's own details."""

from home.demo.texts.easy import papers as easy
from home.demo.texts.shapes import Guide, Step, facts, speaking

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
        Step(
            "Öppna Intyg",
            "Välj vilket intyg du behöver. Tryck på **Nästa**.",
            screen=(("text", "Vilket intyg behöver du?"), ("box", "Arbetsgivarintyg"), ("primary", "Nästa")),
            said="ett val av intyg och knappen Nästa.",
            button=("Öppna Intyg", "/intyg/"),
        ),
        Step(
            "Välj tid",
            "Välj vilken tid intyget ska gälla, och vem som ska ha det. Saknas något? Skriv det i rutan.",
        ),
        Step(
            "Skicka beställningen",
            "Vi räknar timmarna från dina pass. Lönecentrum fyller i resten. Det brukar ta tre till fem arbetsdagar.",
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
    again_minutes=1,
    again=(
        Step(
            "Öppna Intyg",
            "Välj intyg och tid, och skicka. Dina gamla beställningar står längst ner.",
            button=("Öppna Intyg", "/intyg/"),
        ),
        Step("Hämta intyget", "Du får ett sms när det är klart. Det ligger kvar under Intyg."),
    ),
    easy=easy.CERTIFICATE,
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
        (
            "Koden kommer inte",
            "Vänta någon minut. Tryck sedan på **Skicka en ny kod**.",
        ),
    ),
    easy=easy.NEW_NUMBER,
)

PAY = Guide(
    slug="kontrollera-din-lon",
    title="Kontrollera din lön",
    intro="Lönen räknas på dina pass. Stämmer tiderna blir lönen rätt.",
    minutes=3,
    body=(speaking("paydays", count=2),),
    steps=(
        Step(
            "Se när lönen kommer",
            "Sidan Lönedagar visar när lönen kommer. Där står också när dina pass måste vara klara.",
            button=("Se lönedagarna", "/lonedagar/"),
        ),
        Step(
            "Läs igenom dina pass",
            "Öppna Bokningar. Titta på förra månadens pass. Är en tid fel? Säg till på arbetsplatsen.",
            button=("Se mina bokningar", "/bokningar/"),
        ),
        Step(
            "Läs din lönespecifikation",
            "Den finns i [Lön och schema](https://lon.alvsunda.example/). Logga in med e-legitimation.",
        ),
        Step(
            "Säg till om lönen är fel",
            "Ring Lönecentrum. Säg vilken dag och vilket pass det gäller.",
        ),
    ),
    troubles=(
        (
            "Lönen kom inte alls",
            "Passen blev kanske klara efter sista dagen. Då kommer pengarna nästa månad. Fråga Lönecentrum.",
        ),
        (
            "Jag fick mindre än jag trodde",
            "Titta först på skatten. Fråga Lönecentrum om något är oklart.",
        ),
    ),
    again_minutes=1,
    again=(
        Step(
            "Läs igenom dina pass",
            "Gör det före sista dagen att lämna in. Den står under Lönedagar.",
            button=("Se mina bokningar", "/bokningar/"),
        ),
        Step("Jämför med lönen", "Är något fel? Ring Lönecentrum."),
    ),
    easy_minutes=1,
    easy=easy.PAY,
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
    easy_minutes=1,
    easy=easy.EMPLOYMENT,
)
