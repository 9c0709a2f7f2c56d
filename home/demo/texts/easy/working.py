"""Getting work, and not being able to."""

from home.demo.texts.shapes import Piece, heading, notice, text

AVAILABLE_TIME: tuple[Piece, ...] = (
    text("Du ska säga när du kan jobba.", "Det gör du i din kalender."),
    heading("Så gör du"),
    text(
        "Tryck på **Kalender**.",
        "Tryck på **Lägg in tid**.",
        "Välj vecka.",
        "Välj dagar.",
        "Välj tid.",
        "Tryck på **Spara**.",
    ),
    heading("Vad händer sedan?"),
    text("Vi ser att du kan jobba.", "Vi kan ge dig ett pass direkt.", "Då får du ett sms."),
    notice("todo", "Lägg bara in tid du kan", "Kan du inte längre? Ta bort tiden så fort du vet."),
)

DIRECT_OR_ASKED: tuple[Piece, ...] = (
    text("Du kan få pass på två sätt."),
    heading("Vi ger dig passet direkt"),
    text("Du har lagt in tid.", "Passet är på den tiden.", "Då kan vi boka dig direkt.", "Du får ett sms."),
    heading("Vi frågar dig först"),
    text(
        "Ibland vill vi fråga.",
        "Du får ett sms.",
        "Svara ja eller nej.",
        "Ett nej är helt okej.",
    ),
    notice("info", "Ja är inte alltid ett pass", "Vi kan ha frågat fler. Vänta tills det står **Passet är ditt**."),
    heading("Är det bråttom?"),
    text("Då ringer vi dig."),
)

MORE_WORKPLACES: tuple[Piece, ...] = (
    text("Du kan jobba på fler ställen.", "Vi hjälper dig dit."),
    heading("Så gör du"),
    text("Tryck på **Profil**.", "Tryck på **Fler arbetsplatser**.", "Välj ett ställe.", "Tryck på **Skicka**."),
    heading("Vad händer sedan?"),
    text(
        "Bemanningen svarar dig.",
        "Först går du bredvid någon.",
        "Du får lön för det.",
        "Sedan kan du få pass där.",
    ),
    text("Berätta för din chef också."),
)

ILL: tuple[Piece, ...] = (
    text("Du är sjuk.", "Du har ett pass."),
    heading("Ring först"),
    text("Ring arbetsplatsen.", "Numret står i ditt sms.", "Säg ditt namn.", "Säg vilket pass det är."),
    heading("Säg till i portalen"),
    text("Tryck på **Bokningar**.", "Tryck på passet.", "Tryck på **Jag är sjuk**.", "Nu vet vi att du inte kommer."),
    heading("Är ditt barn sjukt?"),
    text("Ring arbetsplatsen.", "Ring sedan Bemanningen."),
    heading("Är du frisk igen?"),
    text("Tryck på **Bokningar**.", "Tryck på **Jag är frisk**.", "Nu kan du jobba igen."),
)
