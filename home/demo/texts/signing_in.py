"""Guides about the way in."""

from home.demo.texts.easy import signing_in as easy
from home.demo.texts.shapes import Guide, Step, button, facts, heading, speaking, text

FIRST_TIME = Guide(
    slug="logga-in-forsta-gangen",
    title="Logga in första gången",
    intro="Du behöver din mobil, ditt användarnamn och lösenordet som du fick av Bemanningen.",
    minutes=3,
    steps=(
        Step(
            "Öppna Vikarieportalen",
            "Skriv adressen i mobilen: `vikarie.alvsunda.example`\n"
            "Spara sidan på hemskärmen. Då hittar du den lätt nästa gång.",
        ),
        Step(
            "Tryck på Logga in",
            "Knappen finns högst upp på varje sida.",
            screen=(("text", "Vikarieportalen"), ("primary", "Logga in")),
            said="namnet Vikarieportalen och knappen Logga in.",
        ),
        Step(
            "Skriv ditt användarnamn",
            "Du kan skriva din e-postadress i stället.\n"
            "Vet du inte vad du heter här? Läs om [användarnamnet](/guider/anvandarnamnet/).",
            screen=(("text", "Användarnamn eller e-post"), ("box", "lima9617")),
            said="ett fält för användarnamn eller e-post.",
        ),
        Step(
            "Skriv ditt lösenord",
            "Byt till ett eget så snart du är inne. Läs hur du [väljer ett bra lösenord](/guider/valj-ett-losenord/).",
            screen=(("text", "Lösenord"), ("box", "••••••••••••"), ("primary", "Logga in")),
            said="ett fält för lösenordet och knappen Logga in.",
        ),
        Step(
            "Klart. Lägg in din första tid",
            "Tryck på **Kalender** och sedan på **Lägg in tid**. Nu kan du få jobb.",
            button=("Logga in nu", "/konto/login/"),
        ),
    ),
    troubles=(
        (
            "Jag har inte lösenordet här",
            (
                "Tryck på **Kod med sms** när du loggar in. Skriv ditt mobilnummer. Koden gäller i tio minuter.\n"
                "Numret måste vara bekräftat i din profil."
            ),
        ),
        (
            "Jag ska bekräfta att det är jag",
            "Intyg är extra skyddade. Skriv ditt lösenord, eller koden som vi skickar. Sedan kommer du vidare.",
        ),
        (
            "Jag har glömt lösenordet",
            "Tryck på **Jag har glömt mitt lösenord** när du loggar in. Vi mejlar en länk. Den gäller i en timme.",
        ),
        (
            "Jag har försökt för många gånger",
            "Vänta fem minuter och försök igen. Spärren skyddar ditt konto.",
        ),
        (
            "Jag har inte fått något lösenord",
            "Ring Bemanningen. De ser om ditt konto är klart.",
        ),
    ),
    again_minutes=1,
    again=(
        Step(
            "Öppna portalen och tryck på Logga in",
            "Finns den på din hemskärm? Tryck på bilden där.",
        ),
        Step(
            "Skriv ditt användarnamn och ditt lösenord",
            "Mobilen kan spara dem åt dig. Då skriver du dem bara en gång.",
            button=("Logga in nu", "/konto/login/"),
        ),
    ),
    easy_minutes=2,
    easy=easy.FIRST_TIME,
)

PASSWORD = Guide(
    slug="valj-ett-losenord",
    title="Välj ett bra lösenord",
    intro="Här står vad lösenordet måste ha, och ett knep för att minnas det.",
    minutes=2,
    body=(
        speaking("password_rules"),
        heading("Så hittar du på ett"),
        text(
            "Tänk på tre saker som inte hör ihop. Skriv dem efter varandra. Sätt en siffra emellan.",
            "Så här kan det se ut: `Gurka-7-lampa-Tak`. Ta inte just det, hitta på ett eget.",
        ),
        heading("När du ska byta"),
        text(
            "Du byter själv, när du vill. Byt genast om någon annan kan ha sett det.",
        ),
        button("Byt lösenord", "/konto/password/change/"),
    ),
    troubles=(
        (
            "Jag har glömt mitt lösenord",
            "Tryck på [Glömt lösenordet](/konto/password/reset/). Skriv din e-postadress. Följ länken i mejlet.",
        ),
        (
            "Portalen tar inte mitt lösenord",
            "Läs raden vid fältet. Där står vad som saknas. Vanligast är att det är för kort.",
        ),
    ),
    easy=easy.PASSWORD,
)

USER_NAME = Guide(
    slug="anvandarnamnet",
    title="Ditt användarnamn",
    intro="Användarnamnet har åtta tecken. Du kan räkna ut det själv.",
    minutes=1,
    body=(
        text(
            "Det byggs av ditt namn och din födelsedag. Ta delarna i den här ordningen:",
            "- de två första bokstäverna i efternamnet",
            "- den första och den sista bokstaven i förnamnet",
            "- två siffror för året du är född",
            "- två siffror för dagen i månaden",
        ),
        heading("Ett exempel"),
        text(
            "Mira Lindgren är född den 17 mars 1996. Hon heter `lima9617` i portalen.",
        ),
        facts(
            ("Lindgren", "li"),
            ("Mira", "ma"),
            ("1996", "96"),
            ("17 mars", "17"),
        ),
        text(
            "Å och ä skrivs som a. Ö skrivs som o. Stora och små bokstäver spelar ingen roll.",
            "Du har samma namn i [jobbmejlen](/guider/jobbmejlen/).",
        ),
    ),
    troubles=(
        (
            "Namnet fungerar inte",
            "Någon annan kan ha fått det före dig. Logga in med din e-postadress, eller ring It-hjälpen.",
        ),
    ),
    easy=easy.USER_NAME,
)

WORK_MAIL = Guide(
    slug="jobbmejlen",
    title="Din jobbmejl",
    intro="Där får du besked från din chef och från kommunen. Titta gärna en gång i veckan.",
    minutes=2,
    steps=(
        Step(
            "Öppna mejlen",
            "Skriv adressen i mobilen eller datorn: `mejl.alvsunda.example`\nDu kan läsa den hemma och på jobbet.",
        ),
        Step(
            "Logga in",
            "Skriv samma användarnamn och lösenord som här i portalen.",
            screen=(("box", "lima9617"), ("box", "••••••••••••"), ("primary", "Logga in")),
            said="ett fält för användarnamnet, ett för lösenordet och knappen Logga in.",
        ),
        Step(
            "Läs och svara",
            "Förfrågningar om pass kommer aldrig hit. Dem får du som sms och här i portalen.",
        ),
    ),
    troubles=(
        (
            "Mejlen tar inte mitt lösenord",
            "Pröva att logga in här i portalen. Går det inte heller? [Välj ett nytt lösenord](/konto/password/reset/).",
        ),
        ("Jag kommer ändå inte in", "Ring It-hjälpen. De svarar dygnet runt."),
    ),
    again_minutes=1,
    again=(
        Step(
            "Öppna mejlen och logga in",
            "Spara sidan på hemskärmen. Då slipper du skriva adressen.",
        ),
        Step("Läs och svara", "Ta det som är nytt sedan sist."),
    ),
    easy_minutes=1,
    easy=easy.WORK_MAIL,
)
