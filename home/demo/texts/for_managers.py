"""The guide for those who order."""

from home.demo.texts.easy import for_managers as easy
from home.demo.texts.shapes import Guide, Step, text

ORDERING = Guide(
    slug="bestalla-vikarie",
    title="Beställa vikarie: så gör du",
    intro="Någon är sjuk i dag, eller du vet att en dag blir tom. Så här får du hjälp.",
    minutes=3,
    body=(
        text(
            "Gör klart en sak i taget. Du ser hela tiden vad som händer, och du kan ändra fram till att passet börjar."
        ),
    ),
    steps=(
        Step(
            "Öppna Beställningar",
            "Tryck på **Beställ vikarie**. Har du flera platser? Välj först vilken det gäller.\n"
            "[Till Beställningar](/bestallningar/)",
            screen=(("text", "Beställningar"), ("primary", "Beställ vikarie")),
            said="rubriken Beställningar och knappen Beställ vikarie.",
        ),
        Step(
            "Välj dag och tid",
            "Skriv när passet börjar och slutar. Vid nattpass skriver du bara klockslagen.\n"
            "Är det ett pass som ni ofta har? Välj det bland era vanliga pass, så är det mesta ifyllt.",
            screen=(("text", "I dag"), ("box", "07.00"), ("box", "16.00")),
            said="dagen i dag och två fält för tiden, 07.00 och 16.00.",
        ),
        Step(
            "Välj yrke, antal och orsak",
            "Orsaken styr vilken sorts anställning det blir. Välj därför den som är sann, till exempel Sjuk.\n"
            "Namnet på den som är borta visas aldrig för vikarien.",
        ),
        Step(
            "Skriv det som vikarien behöver",
            "Öppna **Mer om passet**. Skriv var hon ska gå in, vem som möter och om passet har något extra.\n"
            "Skriv inget om barn, brukare eller elever. Be hellre om ett samtal.",
        ),
        Step(
            "Skicka",
            "Läs raden ovanför knappen. Där står vad du beställer. Tryck sedan på **Beställ vikarie**.",
            screen=(("text", "Ett pass i dag 07.00–16.00"), ("primary", "Beställ vikarie")),
            said="en rad om passet och knappen Beställ vikarie.",
        ),
        Step(
            "Följ hur det går",
            "På passets sida ser du hur många som har fått frågan och vem som kommer.\n"
            "Du får ett meddelande när passet är tillsatt.",
        ),
        Step(
            "När passet är slut",
            "Öppna **Bekräfta arbetad tid**. Stämmer tiden godkänner du den. Annars skriver du den rätta.\n"
            "Gör det samma vecka. Då blir lönen rätt.",
        ),
    ),
    troubles=(
        (
            "Passet börjar om en stund",
            "Beställ ändå, och ring sedan Bemanningen. Då ringer de runt i tur och ordning.",
        ),
        (
            "Jag vill ha en viss person",
            "Öppna **Önska en vikarie** och välj bland dem som har jobbat hos er. Hon kan få en stund att svara först.",
        ),
        (
            "Det blev fel tid",
            "Öppna passet och tryck på **Ändra**. Har någon redan fått det ser du om den nya tiden går för henne.",
        ),
        (
            "Vi behöver ingen längre",
            "Öppna passet och tryck på **Ta bort**. Den som är bokad får veta det direkt.",
        ),
        (
            "Vikarien kom inte",
            "Ring Bemanningen. Välj sedan **Kom inte** under Bekräfta arbetad tid.",
        ),
    ),
    easy=easy.ORDERING,
)
