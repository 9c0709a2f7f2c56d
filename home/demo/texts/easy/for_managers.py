"""Ordering a substitute."""

from home.demo.texts.shapes import Piece, heading, notice, text

ORDERING: tuple[Piece, ...] = (
    text("Är någon borta?", "Då kan du beställa en vikarie."),
    heading("Så gör du"),
    text(
        "Öppna **Beställningar**.",
        "Tryck på **Beställ vikarie**.",
        "Välj dag.",
        "Skriv när passet börjar och slutar.",
        "Välj yrke och orsak.",
        "Läs raden ovanför knappen.",
        "Tryck på **Beställ vikarie**.",
    ),
    notice("info", "Är det bråttom?", "Beställ först. Ring sedan Bemanningen."),
    heading("Vad händer sedan?"),
    text("Du ser allt på passets sida.", "Där står vem som kommer.", "Du får också ett meddelande."),
    heading("Har det blivit fel?"),
    text("Öppna passet.", "Tryck på **Ändra** eller **Ta bort**."),
    heading("När passet är slut"),
    text("Öppna **Bekräfta arbetad tid**.", "Stämmer tiden? Godkänn den.", "Stämmer den inte? Skriv den rätta."),
)
