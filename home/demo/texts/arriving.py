"""What somebody who is new reads: the introduction, and her first workplaces."""

from home.demo.texts.shapes import Piece, heading, notice, text

# Slug, title and introduction.
COURSE = ("introduktion", "Din introduktion", "Det här gör du innan ditt första pass. Ta en sak i taget.")

# Heading, text, and where to read more: the link's words and its address.
ITEMS = (
    (
        "Skriv på ditt avtal",
        "Du får avtalet av Bemanningen. Läs det lugnt. Fråga om något är oklart.",
        ("Så räknas LAS-dagar", "/guider/las-dagar/"),
    ),
    (
        "Logga in i portalen",
        "Du behöver din mobil, ditt användarnamn och ditt lösenord.",
        ("Logga in första gången", "/guider/logga-in-forsta-gangen/"),
    ),
    (
        "Lägg in tid du kan jobba",
        "Börja med de närmaste två veckorna. Då kan du få förfrågningar.",
        ("Till kalendern", "/kalender/"),
    ),
    (
        "Lär dig svara på en förfrågan",
        "Frågan kommer som sms. Svara JA eller NEJ.",
        ("Svara på en förfrågan", "/guider/svara-pa-en-forfragan/"),
    ),
    (
        "Lär dig vad du gör om du blir sjuk",
        "Ring först arbetsplatsen. Säg sedan till i portalen.",
        ("Sjuk eller vab", "/guider/sjuk-eller-vab/"),
    ),
    (
        "Läs om din arbetsplats",
        "Där står hur du hittar dit och vad du har på dig.",
        ("Arbetsplatser", "/arbetsplatser/"),
    ),
)

WORKPLACES = ("arbetsplatser", "Arbetsplatser", "Hitta dit, och läs vad som är bra att veta första gången.")

# By the workplace's name: slug, introduction, what is practical, and the rest.
PAGES: dict[str, tuple[str, str, tuple[tuple[str, str], ...], tuple[Piece, ...]]] = {
    "Solgården": (
        "solgarden",
        "Ett boende för äldre med fyra små avdelningar.",
        (
            ("Parkering", "Gratis bakom huset. Buss 2 stannar vid grinden."),
            ("Mat", "Du kan köpa lunch. Det finns kyl och mikro."),
            ("Byta om", "Omklädningsrum på plan 1."),
        ),
        (
            heading("Ditt första pass"),
            text("Kom tio minuter före. Säg ditt namn till den som leder passet.", "Någon visar dig runt."),
            notice("info", "Fråga hellre en gång för mycket", "Alla här har varit nya."),
        ),
    ),
    "Förskolan Kastanjen": (
        "forskolan-kastanjen",
        "En förskola med tre avdelningar och en stor gård.",
        (("Ute", "Barnen är ute varje dag. Ta med kläder för regn."),),
        (),
    ),
}
