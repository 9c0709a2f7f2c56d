"""The way in."""

from home.demo.texts.shapes import Piece, heading, notice, speaking, text

FIRST_TIME: tuple[Piece, ...] = (
    text("Du ska logga in i portalen.", "Du behöver din mobil.", "Du behöver ditt användarnamn och ditt lösenord."),
    heading("Börja här"),
    text("Öppna portalen i mobilen.", "Adressen är `vikarie.alvsunda.example`", "Tryck på **Logga in**."),
    heading("Skriv vem du är"),
    text("Skriv ditt användarnamn.", "Det har åtta tecken.", "Skriv ditt lösenord.", "Tryck på **Logga in** igen."),
    heading("Nu är du inne"),
    text("Tryck på **Kalender**.", "Där kan du lägga in tid.", "Sedan kan du få jobb."),
    heading("Går det inte?"),
    text("Ring Bemanningen.", "De hjälper dig."),
)

PASSWORD: tuple[Piece, ...] = (
    text("Du behöver ett lösenord.", "Det är som en nyckel.", "Ge den inte till någon."),
    heading("Så hittar du på ett"),
    text(
        "Tänk på tre saker.",
        "De ska inte höra ihop.",
        "Skriv dem på en rad.",
        "Sätt en siffra mellan dem.",
        "Så här kan det se ut: `Gurka-7-lampa-Tak`",
        "Ta inte just det.",
    ),
    speaking("password_rules"),
    heading("Har någon sett det?"),
    text("Byt lösenord genast.", "Tryck på **Profil** och sedan på **Byt lösenord**."),
    heading("Har du glömt det?"),
    text("Tryck på [Glömt lösenordet](/konto/password/reset/).", "Du får ett mejl.", "Tryck på länken i mejlet."),
)

USER_NAME: tuple[Piece, ...] = (
    text("Du har ett namn i portalen.", "Det heter användarnamn.", "Det har åtta tecken."),
    heading("Så får du fram ditt"),
    text(
        "Vi tar Mira Lindgren som exempel.",
        "Hon är född den 17 mars 1996.",
        "Börja med efternamnet.",
        "Ta de två första bokstäverna: `li`",
        "Ta sedan förnamnet.",
        "Ta den första och den sista bokstaven: `ma`",
        "Ta året du är född: `96`",
        "Ta dagen du är född: `17`",
        "Skriv allt på en rad: `lima9617`",
    ),
    heading("Har du å, ä eller ö?"),
    text("Å och ä blir a.", "Ö blir o."),
    heading("Går det inte?"),
    text("Skriv din e-post i stället.", "Det går lika bra."),
)

WORK_MAIL: tuple[Piece, ...] = (
    text("Du har en mejl på jobbet.", "Chefen skriver till dig där.", "Läs den en gång i veckan."),
    heading("Så läser du den"),
    text(
        "Öppna `mejl.alvsunda.example` i mobilen.",
        "Skriv ditt användarnamn.",
        "Skriv ditt lösenord.",
        "Det är samma som i portalen.",
    ),
    notice("info", "Här får du inga frågor om pass", "Vi frågar med sms. Du ser frågan i portalen också."),
    heading("Går det inte?"),
    text("Ring It-hjälpen.", "De svarar dag och natt."),
)
