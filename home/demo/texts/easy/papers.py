"""Pay, certificates, and one's own details."""

from home.demo.texts.shapes import Piece, heading, notice, text

PAY: tuple[Piece, ...] = (
    text("Du får lön en gång i månaden.", "Datumen står under [Lönedagar](/lonedagar/)."),
    heading("Titta på dina pass"),
    text("Tryck på **Bokningar**.", "Där står dina pass.", "Är tiderna rätt?", "Är något fel? Säg till chefen."),
    heading("Titta på din lön"),
    text("Öppna Lön och schema.", "Där står vad du har fått.", "Är lönen fel? Ring Lönecentrum."),
)

CERTIFICATE: tuple[Piece, ...] = (
    text("Ett intyg är ett papper.", "Det visar att du har jobbat."),
    heading("Vilket ska du ha?"),
    text("Fråga den som vill ha det.", "A-kassan vill ha **arbetsgivarintyg**."),
    heading("Så gör du"),
    text(
        "Tryck på **Intyg**.",
        "Välj ett intyg.",
        "Välj vilken tid det ska gälla.",
        "Tryck på **Skicka beställningen**.",
    ),
    heading("Vad händer sedan?"),
    text("Det tar några dagar.", "Du får ett sms när det är klart.", "Hämta det under **Intyg**."),
)

NEW_NUMBER: tuple[Piece, ...] = (
    text("Har du ett nytt nummer?", "Säg det till oss samma dag.", "Annars får du inga sms."),
    heading("Så gör du"),
    text(
        "Tryck på **Profil**.",
        "Tryck på **Byt nummer**.",
        "Skriv ditt nya nummer.",
        "Du får ett sms med en kod.",
        "Skriv koden.",
        "Tryck på **Bekräfta**.",
    ),
    notice("todo", "Ring Lönecentrum också", "De har en egen lista."),
)

EMPLOYMENT: tuple[Piece, ...] = (
    text("Det finns en lag om jobb.", "Den heter LAS.", "Vi räknar dina dagar."),
    heading("Varför räknar vi?"),
    text("Har du många dagar?", "Då kan du få ett fast jobb."),
    heading("Så ser du dina dagar"),
    text("Tryck på **Profil**.", "Tryck på **LAS-dagar**.", "Där står hur många du har."),
    heading("Är det fel?"),
    text("Ring Bemanningen."),
)
