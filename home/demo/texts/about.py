"""The pages that the law or good manners ask for."""

from home.demo.texts.shapes import Text, heading, speaking, text

ABOUT = Text(
    slug="om-portalen",
    title="Om Vikarieportalen",
    intro="Portalen är till för dig som är timvikarie i Älvsunda kommun.",
    body=(
        text(
            "Här ser du lediga jobb, svarar på förfrågningar och lägger in tid. Här finns också guider och intyg.",
            "Bemanningen sköter portalen. Den som beställer en vikarie gör det också här.",
        ),
        heading("Vem bestämmer vem som får ett pass?"),
        text(
            "Oftast en planerare. Portalen visar henne vilka som kan ta passet, och varför.",
            "Ibland bokar portalen själv. Då följer den regler som kommunen har bestämt.",
            "Ett nej påverkar aldrig din plats i listan.",
        ),
        speaking("answering_yes", area="", with_heading=True),
        heading("Vill du bli vikarie?"),
        text(
            "Ring Bemanningen. Numret finns på sidan [Kontakt](/kontakt/).",
        ),
        speaking("jobs", listed=3),
    ),
)
