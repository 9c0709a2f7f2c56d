"""Guides about enquiries, text messages and available jobs."""

from home.demo.texts.easy import answering as easy
from home.demo.texts.shapes import Guide, Step, heading, notice, text

ENQUIRY = Guide(
    slug="svara-pa-en-forfragan",
    title="Svara på en förfrågan",
    intro="Vi frågar med sms om du kan jobba. Du svarar Ja eller Nej.",
    minutes=1,
    steps=(
        Step(
            "Läs sms:et",
            "Där står arbetsplats, dag och tid. Där står också när du senast ska svara.",
            screen=(
                ("text", "Kan du jobba i dag?"),
                ("text", "07.00–15.30, Solgården"),
                ("text", "Svara JA eller NEJ"),
            ),
            said="ett sms som frågar om du kan jobba i dag 07.00–15.30 på Solgården.",
        ),
        Step(
            "Svara",
            "Skicka `JA` eller `NEJ` och inget mer. Du kan också trycka på länken i sms:et och svara där.\n"
            "Ja betyder att du vill ha passet. Nej betyder att du inte kan. Ett nej är helt okej.",
        ),
        Step(
            "Vänta på besked",
            "Du är bokad när det står **Passet är ditt**. Du får också ett sms. Någon annan kan ha hunnit före.",
        ),
        Step(
            "Titta på passet",
            "Under Bokningar står adressen, vad du ska ha på dig och vem du ringer.",
            button=("Se mina bokningar", "/bokningar/"),
        ),
    ),
    troubles=(
        (
            "Jag svarade Ja men kan inte",
            "Du kan ångra dig en kort stund. Hur länge står vid passet. Efter det ringer du Bemanningen.",
        ),
        (
            "Jag kan bara en del av passet",
            "Svara inte med sms. Ring Bemanningen och säg hur du kan.",
        ),
        (
            "Jag vill inte ha fler frågor den dagen",
            "Svara Nej i portalen. Tryck sedan på **Jag kan inte jobba den dagen**.",
        ),
    ),
    again=(
        Step(
            "Svara på sms:et",
            "Skicka `JA` eller `NEJ`. Har du fått flera frågor? Skriv siffran från sms:et efter svaret.",
            button=("Se mina förfrågningar", "/forfragningar/"),
        ),
        Step("Vänta på besked", "Du är bokad när det står **Passet är ditt**."),
    ),
    easy=easy.ENQUIRY,
)

INTEREST = Guide(
    slug="ta-ett-ledigt-jobb",
    title="Ta ett ledigt jobb",
    intro="Leta efter pass själv. En del kan du ta direkt. Till andra anmäler du intresse.",
    minutes=2,
    steps=(
        Step(
            "Öppna Lediga jobb",
            "Här ligger pass som vi söker någon till. De som passar din tid är märkta.",
            button=("Se lediga jobb", "/lediga-jobb/"),
        ),
        Step(
            "Välj ett pass",
            "Läs vad som behövs. Saknar du något står det där.",
            screen=(("text", "Solgården"), ("text", "07.00–15.30"), ("primary", "Anmäl intresse")),
            said="ett pass på Solgården 07.00–15.30 och knappen Anmäl intresse.",
        ),
        Step(
            "Tryck på knappen",
            "Står det **Ta passet**? Då blir det ditt direkt.\n"
            "Står det **Anmäl intresse**? Då väljer en planerare bland dem som vill.",
        ),
        Step(
            "Vänta på besked",
            "Du får svar med sms. Din kalender ändras inte, och du kan ångra dig tills du har fått svar.",
        ),
    ),
    troubles=(
        (
            "Jag har inte lagt in tid den dagen",
            "Det går bra ändå. Kryssa i att tiden bara gäller det här passet. Den används inte till något annat.",
        ),
        (
            "Jag kan inte ta ett visst jobb",
            "Det står vid jobbet varför. Prata med din chef om du vill gå en kurs.",
        ),
    ),
    again_minutes=1,
    again=(
        Step(
            "Öppna Lediga jobb",
            "Välj ett pass som passar dig. Tryck på **Ta passet** eller **Anmäl intresse**.",
            button=("Se lediga jobb", "/lediga-jobb/"),
        ),
        Step("Vänta på besked", "Under listan ser du dem som du väntar på svar om."),
    ),
    easy_minutes=1,
    easy=easy.INTEREST,
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
        ("Jag har skickat STOP", "Skicka START till samma nummer. Då får du sms igen."),
        ("Jag svarade fel", "Skicka ett nytt sms med rätt svar. Är du redan bokad? Ring Bemanningen."),
    ),
    easy_minutes=1,
    easy=easy.TWO_KINDS_OF_SMS,
)
