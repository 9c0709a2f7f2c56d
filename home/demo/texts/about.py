"""The pages that the law or good manners ask for."""

from home.demo.texts.shapes import Text, facts, heading, text

ABOUT = Text(
    slug="om-portalen",
    title="Om Vikarieportalen",
    intro="Portalen är till för dig som är timvikarie i Älvsunda kommun.",
    body=(
        text(
            "Här ser du lediga jobb, svarar på förfrågningar och lägger in tid. Här finns också guider och intyg.",
            "Bemanningen sköter portalen. Den som beställer en vikarie gör det också här.",
        ),
        heading("Vem bestämmer vem som får ett pass?"),
        text(
            "En planerare bestämmer. Portalen visar vilka som kan ta passet, och varför.",
            "Ett nej påverkar aldrig din plats i listan.",
        ),
        heading("Vill du bli vikarie?"),
        text(
            "Ring Bemanningen. Numret finns på sidan [Kontakt](/kontakt/).",
        ),
    ),
)

ACCESSIBILITY = Text(
    slug="tillganglighet",
    title="Tillgänglighet i Vikarieportalen",
    intro="Alla ska kunna använda portalen. Här står vad som fungerar och vad du gör om något inte går.",
    body=(
        text(
            "Älvsunda kommun står bakom portalen. Den följer lagen om tillgänglighet till digital offentlig service.",
        ),
        heading("Hur tillgänglig är portalen?"),
        text(
            "Portalen är delvis förenlig med kraven. Det här vet vi inte fungerar fullt ut:",
            "- Vi har inte prövat portalen med alla skärmläsare.",
            "- Texterna finns ännu bara på svenska.",
        ),
        heading("Så har vi prövat"),
        text(
            "Vi prövar varje sida med verktyg. Vi prövar också med tangentbord, stor text och i mörkt läge.",
        ),
        heading("Säg till om något inte går"),
        text(
            "Ring eller mejla Bemanningen. Du behöver inte säga vem du är. Vi svarar inom två vardagar.",
            "Behöver du något härifrån på ett annat sätt? Vi kan läsa upp det eller skicka det på papper.",
        ),
        heading("Är du inte nöjd med svaret?"),
        text(
            "Då kan du [anmäla det till Digg](https://www.digg.se/tdosanmalan). Digg ser till att lagen följs.",
        ),
    ),
)

PRIVACY = Text(
    slug="personuppgifter",
    title="Så använder vi dina uppgifter",
    intro="Vi sparar bara det som behövs för att du ska kunna jobba och få rätt lön.",
    body=(
        heading("Vem svarar för uppgifterna?"),
        text(
            "Kommunstyrelsen i Älvsunda svarar för dem. Kommunen har ett dataskyddsombud: `dataskydd@alvsunda.example`",
        ),
        heading("Vad vi sparar"),
        facts(
            ("Om dig", "Namn, telefon, e-post och anställningsnummer"),
            ("Om ditt jobb", "Avtal, delegeringar, kurser och var du är inskolad"),
            ("Om dina pass", "Tid du kan, frågor och svar, bokningar och arbetad tid"),
            ("Om intyg", "Vad du har beställt, och intyget"),
        ),
        heading("Varför vi får det"),
        text(
            "Ett pass är ett avtal mellan dig och kommunen. Vi behöver uppgifterna för att hålla det.",
            "Lagen säger också att vi ska räkna tid, vila och lön.",
        ),
        heading("Hur länge"),
        facts(
            ("Frågor och svar om pass", "2 år"),
            ("Pass och arbetad tid", "10 år"),
            ("Intyg", "10 år"),
        ),
        heading("Vem som ser dem"),
        text(
            "Planerare ser sina egna områden. En chef ser sin egen arbetsplats. Lönecentrum ser det intyg kräver.",
            "Andra vikarier ser ingenting om dig. Varför någon är borta visas aldrig för vikarier.",
        ),
        heading("Dina rättigheter"),
        text(
            "Du kan be att få se allt vi har om dig. Är något fel rättar vi det. Ring Bemanningen.",
            "Du kan också klaga hos [Integritetsskyddsmyndigheten](https://www.imy.se/).",
        ),
    ),
)
