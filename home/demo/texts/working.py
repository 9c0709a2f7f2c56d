"""Guides about getting work, and not being able to."""

from home.demo.texts.shapes import Guide, Step, heading, notice, speaking, text

AVAILABLE_TIME = Guide(
    slug="lagg-in-tid",
    title="Lägg in tid du kan jobba",
    intro="Din kalender visar när du kan. Utan tid i kalendern kan vi inte boka dig.",
    minutes=1,
    steps=(
        Step(
            "Öppna Kalender",
            "Tryck på **Lägg in tid**.",
            screen=(("text", "Kalender"), ("primary", "Lägg in tid")),
            said="rubriken Kalender och knappen Lägg in tid.",
        ),
        Step(
            "Välj dagar och tider",
            "Kan du när som helst? Välj **Hela dygnet**, 00.00–00.00.\n"
            "Vill du bara jobba dagtid? Då räcker ofta 06.00–18.00.",
            screen=(("text", "Tisdag, torsdag"), ("box", "06.00–18.00"), ("primary", "Spara")),
            said="två valda dagar, tiden 06.00–18.00 och knappen Spara.",
        ),
        Step(
            "Spara",
            "Tiden gäller alla arbetsplatser som du har avtal med. Du kan ändra den när du vill.",
            button=("Öppna kalendern", "/kalender/"),
        ),
    ),
    troubles=(
        (
            "Jag kan inte längre den tiden",
            "Ta bort den så snart du vet. Tiden du har lagt in är ett löfte. Vi kan boka dig på den utan att fråga.",
        ),
        (
            "Jag vill ta bort en tid där jag är bokad",
            "Det går inte i kalendern. Ring Bemanningen.",
        ),
    ),
)

DIRECT_OR_ASKED = Guide(
    slug="direktbokning-och-forfragan",
    title="Så fungerar direktbokning och förfrågan",
    intro="Ibland bokar vi dig direkt. Ibland frågar vi först. Här ser du skillnaden.",
    minutes=2,
    body=(
        heading("Direktbokning"),
        text(
            "Du har lagt in tid. Ett pass passar din tid, ditt avtal och det du kan. Då kan vi boka dig direkt.",
            "Så här är reglerna just nu:",
        ),
        speaking("policy", area="", part="direct", with_heading=False),
        text("Har vi bokat dig? Då får du ett sms. Passet står också i din kalender."),
        heading("Förfrågan"),
        text(
            "Annars frågar vi. Svara **Ja** eller **Nej** på sms:et eller i portalen.",
            "Ja betyder att du vill ha passet. Nej betyder att du inte kan. Ett nej är helt okej.",
        ),
        notice(
            "info",
            "Ja är inte alltid en bokning",
            "Flera kan ha fått samma fråga. Du är bokad när det står **Passet är ditt**. Du får också ett sms.",
        ),
        speaking("policy", area="", part="enquiries", with_heading=False),
        heading("När det är bråttom"),
        speaking("policy", area="", part="hours", with_heading=False),
    ),
    troubles=(
        (
            "Jag blev bokad på ett pass som jag inte kan ta",
            "Ring Bemanningen direkt. Titta sedan i kalendern, så att tiderna stämmer.",
        ),
        (
            "Jag svarade Ja men fick inte passet",
            "Någon annan hann före. Du får ett sms om det. Titta gärna bland [lediga jobb](/lediga-jobb/).",
        ),
    ),
)

TWO_KINDS_OF_SMS = Guide(
    slug="tva-sorters-sms",
    title="Två sorters sms",
    intro="Ett sms kan du svara på. Ett annat kan du bara läsa. Så ser du skillnaden.",
    minutes=2,
    body=(
        heading("Sms som portalen skickar"),
        text(
            "De kommer av sig själva. Du får ett när",
            "- vi frågar om du kan ta ett pass",
            "- du har fått passet",
            "- någon annan har fått det",
            "- du är bokad direkt",
            "- ett pass är ändrat eller borttaget",
            "Bara frågan ska du svara på. Skriv `JA` eller `NEJ` och inget mer.",
        ),
        notice(
            "todo",
            "Skriv inga villkor",
            "Svaret ”ja men bara till 14” bokar ingenting. Ring i stället och säg hur du kan.",
        ),
        text(
            "Har du fått flera frågor? Då har varje sms en siffra. Skriv den efter svaret, så här: `JA 7`",
        ),
        heading("Sms som en planerare skriver"),
        text(
            "Det kan vara en påminnelse, eller något att veta om ett pass. Sist står det att du inte kan svara.",
            "Har du en fråga? Ring Bemanningen.",
        ),
    ),
    troubles=(
        (
            "Jag får inga sms",
            "Är numret under [Profil](/profil/) rätt? Annars kan du [byta nummer](/guider/byt-mobilnummer/).",
        ),
        ("Jag svarade fel", "Skicka ett nytt sms med rätt svar. Är du redan bokad? Ring Bemanningen."),
    ),
)

MORE_WORKPLACES = Guide(
    slug="fler-arbetsplatser",
    title="Vikariera på fler arbetsplatser",
    intro="Vill du jobba på fler ställen? Börja med att ringa Bemanningen.",
    minutes=1,
    steps=(
        Step(
            "Ring Bemanningen",
            "Säg vilka arbetsplatser du är nyfiken på. Vi berättar var det behövs folk.",
        ),
        Step(
            "Prata med din chef",
            "Chefen där du jobbar i dag behöver veta om det. Då krockar inte dina scheman.",
        ),
        Step(
            "Gå bredvid",
            "Du får följa med någon på det nya stället. Sedan är du inskolad där.",
        ),
        Step(
            "Se de nya passen",
            "Nu visas passen bland lediga jobb. Tiden i din kalender gäller även det nya stället.",
            button=("Se lediga jobb", "/lediga-jobb/"),
        ),
    ),
)

ILL = Guide(
    slug="sjuk-eller-vab",
    title="Sjuk eller hemma med sjukt barn",
    intro="Ring så tidigt du kan. Skicka inte sms eller mejl.",
    minutes=2,
    steps=(
        Step(
            "Ring arbetsplatsen",
            "Numret står i ditt pass och i ditt sms. Säg ditt namn och vilket pass det gäller.",
        ),
        Step(
            "Ring Bemanningen",
            "Vi letar efter en annan vikarie. Har vi stängt? Ring då när vi öppnar.",
        ),
        Step(
            "Ta bort din tid",
            "Ta bort dagarna ur kalendern. Då slipper du nya förfrågningar medan du är sjuk.",
            button=("Öppna kalendern", "/kalender/"),
        ),
        Step(
            "Säg till när du är frisk",
            "Ring Bemanningen dagen innan. Lägg sedan in tid igen.",
        ),
    ),
    troubles=(
        (
            "Jag blev sjuk mitt i passet",
            "Säg till på arbetsplatsen innan du går hem. De hjälper dig med resten.",
        ),
        (
            "Jag är sjuk längre än en vecka",
            "Då behöver du ett läkarintyg från dag åtta. Lämna det till din chef.",
        ),
    ),
)
