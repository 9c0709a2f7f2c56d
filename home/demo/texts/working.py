"""Guides about getting work, and not being able to."""

from home.demo.texts.easy import working as easy
from home.demo.texts.shapes import Guide, Step, heading, notice, speaking, text

AVAILABLE_TIME = Guide(
    slug="lagg-in-tid",
    title="Lägg in tid du kan jobba",
    intro="Din kalender visar när du kan. Utan tid där kan vi inte boka dig direkt.",
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
            "Vill du bara jobba dagtid? Välj **Egen tid** och skriv till exempel 06.00–18.00.",
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
            "Passet är ditt ändå. Ring Bemanningen om du inte kan.",
        ),
    ),
    again=(
        Step(
            "Kopiera en vecka",
            "Tryck på **Lägg in tid**. Överst står **Samma som** och en vecka du har lagt in. Tryck på **Kopiera**.",
            button=("Öppna kalendern", "/kalender/"),
        ),
        Step(
            "Eller låt tiden komma tillbaka",
            "Kan du samma dagar varje vecka? Välj **Varje vecka** under Hur ofta. Då gör du det bara en gång.",
        ),
    ),
    easy=easy.AVAILABLE_TIME,
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
    easy_minutes=1,
    easy=easy.DIRECT_OR_ASKED,
)

MORE_WORKPLACES = Guide(
    slug="fler-arbetsplatser",
    title="Vikariera på fler arbetsplatser",
    intro="Vill du jobba på fler ställen? Börja med att fråga Bemanningen.",
    minutes=1,
    steps=(
        Step(
            "Fråga Bemanningen",
            "Öppna Profil och välj **Fler arbetsplatser**. Du kan också ringa. Vi berättar var det behövs folk.",
            button=("Öppna Profil", "/profil/"),
        ),
        Step(
            "Prata med din chef",
            "Chefen där du jobbar i dag behöver veta om det. Då krockar inte dina scheman.",
        ),
        Step(
            "Gå bredvid",
            "Du får ett pass där någon visar dig runt. Det är betald tid. Sedan är du introducerad där.",
        ),
        Step(
            "Se de nya passen",
            "Nu visas passen bland lediga jobb. Tiden i din kalender gäller även det nya stället.",
            button=("Se lediga jobb", "/lediga-jobb/"),
        ),
    ),
    troubles=(
        (
            "Stället finns inte i listan",
            "Då kan du redan jobba där, eller så har du frågat. Ring Bemanningen om du är osäker.",
        ),
    ),
    easy=easy.MORE_WORKPLACES,
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
            "Säg till i portalen",
            "Öppna Bokningar och ditt pass. Tryck på **Jag är sjuk**. Då letar vi efter en annan vikarie.\n"
            "Är det ditt barn som är sjukt? Ring Bemanningen i stället.",
            screen=(("text", "Blir du sen eller sjuk?"), ("secondary", "Jag är sjuk")),
            said="frågan om du blir sen eller sjuk och knappen Jag är sjuk.",
            button=("Se mina bokningar", "/bokningar/"),
        ),
        Step(
            "Vila",
            "Du får inga förfrågningar den dagen. Är du sjuk flera dagar? Ta bort dem ur kalendern.",
        ),
        Step(
            "Säg till när du är frisk",
            "Öppna Bokningar och tryck på **Jag är frisk**. Då kan du bokas igen.",
        ),
    ),
    troubles=(
        (
            "Jag blev sjuk mitt i passet",
            "Säg till på arbetsplatsen innan du går hem. Tryck sedan på **Jag är sjuk**. Tiden du har jobbat är din.",
        ),
        (
            "Jag kommer inte in i portalen",
            "Ring Bemanningen. Har vi stängt? Ring när vi öppnar. Arbetsplatsen vet redan.",
        ),
        (
            "Jag är sjuk längre än en vecka",
            "Då behöver du ett läkarintyg från dag åtta. Lämna det till din chef.",
        ),
    ),
    easy=easy.ILL,
)
