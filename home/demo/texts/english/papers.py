"""Guides about certificates and one's own details."""

from home.demo.texts.shapes import Guide, Step, facts

CERTIFICATE = Guide(
    slug="order-a-certificate",
    title="Order a certificate",
    intro="There are four certificates. Not sure which one? Ask whoever wants it.",
    minutes=2,
    body=(
        facts(
            ("Arbetsgivarintyg", "For the unemployment fund, a-kassan"),
            ("Tjänstgöringsintyg", "For a new manager or a school. Shows how long you have worked"),
            ("Förlorad arbetsinkomst", "When you miss work for a duty, such as being a lay judge"),
            ("Uppgifter om årsinkomst", "For Försäkringskassan, the bank or the preschool"),
        ),
    ),
    steps=(
        Step("Open Certificates", "Tap **Order a certificate**.", button=("Open Certificates", "/intyg/")),
        Step(
            "Choose kind and time",
            "Choose which dates the certificate is for. Write what you need it for.",
            screen=(("text", "Which certificate?"), ("box", "Arbetsgivarintyg"), ("primary", "Next")),
            said="a choice of certificates and the button Next.",
        ),
        Step(
            "Check and send",
            "We count the hours from your shifts. Is something missing? Write it in the box.",
        ),
        Step(
            "Fetch the certificate",
            "You get a text message when it is ready. Fetch it under Certificates. Only you can open it.",
        ),
    ),
    troubles=(
        (
            "The hours are not right",
            "Write which shift it is about when you order. You can also call the payroll office.",
        ),
        (
            "I need a reference for my work",
            "Your manager writes references. Talk to her or him.",
        ),
    ),
)

NEW_NUMBER = Guide(
    slug="change-your-mobile-number",
    title="Change your mobile number",
    intro="Change it on the day you get a new number. Otherwise we cannot reach you.",
    minutes=1,
    steps=(
        Step("Open Profile", "It shows the number that we send to.", button=("Open Profile", "/profil/")),
        Step(
            "Change the number",
            "Type the new number. We send a code to it.",
            screen=(("text", "Mobile number"), ("box", "070-174 06 99"), ("primary", "Send the code")),
            said="a field for the mobile number and the button Send the code.",
        ),
        Step(
            "Type the code",
            "The code works for ten minutes. The next message goes to the new number. The old one is told.",
            screen=(("text", "Code"), ("box", "6 digits"), ("primary", "Confirm")),
            said="a field for the code and the button Confirm.",
        ),
        Step(
            "Change it for your pay too",
            "Pay has a list of its own. Call the payroll office, and they change it there.",
        ),
    ),
    troubles=(
        (
            "Somebody in my family has the same number",
            "That is fine. Each question gets a number. Write it after the answer, for example `JA 7`.",
        ),
    ),
)

EMPLOYMENT = Guide(
    slug="how-las-days-are-counted",
    title="How LAS days are counted",
    intro="LAS is the Employment Protection Act. The days decide when you get a firmer employment.",
    minutes=2,
    body=(
        facts(
            ("Special fixed term", "More than 12 months in five years: the employment becomes permanent"),
            ("First in line", "More than 9 months of special fixed term in three years: you go before others"),
            ("Temporary substitute", "More than 18 months in five years: the employment becomes permanent"),
        ),
    ),
    steps=(
        Step("See your days", "They are under Profile, LAS days.", button=("Open LAS days", "/profil/las-dagar/")),
        Step("Count the shifts", "Each shift is an employment. A day counts once, even with two shifts."),
        Step(
            "Count the days between",
            "Do you have three shifts or more in a month? Then the days between count too, for special fixed term.",
        ),
    ),
    troubles=(
        (
            "The days are not right",
            "Only shifts in the portal are counted there. Call the staffing unit about other work for us.",
        ),
    ),
)
