"""News."""

from home.demo.texts.shapes import Item, button, facts, text

NEWS = (
    Item(
        slug="nu-ar-portalen-har",
        title="Nu finns allt på ett ställe",
        intro="Pass, guider och intyg har flyttat hit. Det gamla bokningssystemet är stängt.",
        body=(
            text(
                "Dina bokade pass och din kalender följde med. Du behöver inte lägga in något igen.",
                "Logga in med samma användarnamn som förut.",
                "Är det första gången? Följ [guiden](/guider/logga-in-forsta-gangen/).",
            ),
            text(
                "Spara portalen på mobilens hemskärm. Då är du inne med ett tryck.",
            ),
        ),
        age=21,
    ),
    Item(
        slug="kurs-i-forflyttning",
        title="Kurs i förflyttning för vikarier",
        intro="Lär dig lyfta rätt, och få fler pass. Du har lön under kursen.",
        body=(
            text(
                "Kursen tar en halv dag. Den hålls på Storgatan 14, plan 2. Du övar med liftar och glidlakan.",
            ),
            facts(
                ("För vem", "Vikarier i hemtjänst och särskilt boende"),
                ("Tid", "08.30–12.00"),
                ("Plats", "Storgatan 14, plan 2"),
            ),
            text(
                "Ring Bemanningen, så får du en plats. Efteråt står kursen i din profil.",
            ),
        ),
        age=9,
    ),
    Item(
        slug="kontrollera-dina-pass",
        title="Kontrollera dina pass i tid",
        intro="Stämmer tiderna blir lönen rätt. Det tar två minuter.",
        body=(
            text(
                "Öppna [Bokningar](/bokningar/). Läs igenom förra månadens pass.",
                "Sista dagen att lämna in står under [Lönedagar](/lonedagar/).",
                "Jobbade du längre, eller gick du tidigare? Säg till på arbetsplatsen. Chefen rättar tiden.",
            ),
            button("Se mina bokningar", "/bokningar/"),
        ),
        age=2,
    ),
)
