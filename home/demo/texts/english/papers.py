"""Guides about pay, certificates and one's own details."""

from home.demo.texts.shapes import Guide, Step, facts, speaking

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
        Step(
            "Open Certificates",
            "Choose which certificate you need. Tap **Next**.",
            screen=(("text", "Which certificate do you need?"), ("box", "Arbetsgivarintyg"), ("primary", "Next")),
            said="a choice of certificates and the button Next.",
            button=("Open Certificates", "/intyg/"),
        ),
        Step(
            "Choose the time",
            "Choose which time the certificate is for, and who wants it. Is something missing? Write it in the box.",
        ),
        Step(
            "Send the order",
            "We count the hours from your shifts. The payroll office adds the rest. It often takes three to five "
            "working days.",
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
    again_minutes=1,
    again=(
        Step(
            "Open Certificates",
            "Choose a certificate and a time, and send. Your old orders are at the bottom.",
            button=("Open Certificates", "/intyg/"),
        ),
        Step("Fetch the certificate", "You get a text message when it is ready. It stays under Certificates."),
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
        (
            "The code does not come",
            "Wait a minute. Then tap **Send a new code**.",
        ),
    ),
)

PAY = Guide(
    slug="check-your-pay",
    title="Check your pay",
    intro="Your pay is counted from your shifts. If the times are right, your pay is right.",
    minutes=3,
    body=(speaking("paydays", count=2),),
    steps=(
        Step(
            "See when you get paid",
            "The page Paydays says when you get paid. It also says when your shifts must be ready.",
            button=("See the paydays", "/lonedagar/"),
        ),
        Step(
            "Read through your shifts",
            "Open Bookings. Look at last month's shifts. Is a time wrong? Tell the workplace.",
            button=("See my bookings", "/bokningar/"),
        ),
        Step(
            "Read your payslip",
            "It is in [Lön och schema](https://lon.alvsunda.example/). You log in with your e-ID.",
        ),
        Step(
            "Tell us if your pay is wrong",
            "Call the payroll office. Say which day and which shift it is about.",
        ),
    ),
    troubles=(
        (
            "I was not paid at all",
            "Your shifts may have been ready after the last day. Then you are paid next month. Ask the payroll office.",
        ),
        (
            "I got less than I thought",
            "Look at the tax first. Ask the payroll office if something is not clear.",
        ),
    ),
    again_minutes=1,
    again=(
        Step(
            "Read through your shifts",
            "Do it before the last day to hand in. You find it under Paydays.",
            button=("See my bookings", "/bokningar/"),
        ),
        Step("Compare with your pay", "Is something wrong? Call the payroll office."),
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
