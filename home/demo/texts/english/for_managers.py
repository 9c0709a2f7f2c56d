"""The guide for those who order."""

from home.demo.texts.shapes import Guide, Step, text

ORDERING = Guide(
    slug="order-a-substitute",
    title="Ordering a substitute: how to do it",
    intro="Somebody is ill today, or you know that a day will be short. This is how you get help.",
    minutes=3,
    body=(
        text("Do one thing at a time. You see all along what happens, and you can change it until the shift begins."),
    ),
    steps=(
        Step(
            "Open Orders",
            "Tap **Order a substitute**. Do you have more than one workplace? Choose which it is about.\n"
            "[To Orders](/bestallningar/)",
            screen=(("text", "Orders"), ("primary", "Order a substitute")),
            said="the heading Orders and the button Order a substitute.",
        ),
        Step(
            "Choose day and time",
            "Write when the shift begins and ends. Of a night shift you write the times alone.\n"
            "Is it a shift that you often have? Choose it among your usual shifts, and most of it is filled in.",
            screen=(("text", "Today"), ("box", "07.00"), ("box", "16.00")),
            said="the day today and two fields for the time, 07.00 and 16.00.",
        ),
        Step(
            "Choose occupation, number and reason",
            "The reason decides what kind of employment it is. So choose the true one, such as Ill.\n"
            "The name of whoever is away is never shown to the substitute.",
        ),
        Step(
            "Write what the substitute needs",
            "Open **More about the shift**. Write where to go in, who meets her and what is special.\n"
            "Write nothing about children, clients or pupils. Ask for a talk instead.",
        ),
        Step(
            "Send it",
            "Read the line above the button. It says what you order. Then tap **Order a substitute**.",
            screen=(("text", "One shift today 07.00–16.00"), ("primary", "Order a substitute")),
            said="a line about the shift and the button Order a substitute.",
        ),
        Step(
            "Follow it",
            "On the page of the shift you see how many have been asked, and who comes.\n"
            "You get a message when the shift is filled.",
        ),
        Step(
            "When the shift is over",
            "Open **Confirm time worked**. If the time is right, approve it. Otherwise write the right one.\n"
            "Do it the same week. Then the pay will be right.",
        ),
    ),
    troubles=(
        (
            "The shift begins very soon",
            "Order it anyway, and then call the staffing unit. They will phone round in turn.",
        ),
        (
            "I want a certain person",
            "Open **Choose a preferred substitute** and choose one who has worked with you. She can be asked first.",
        ),
        (
            "The time was wrong",
            "Open the shift and tap **Change**. If somebody has got it, you see whether the new time works for her.",
        ),
        (
            "We need nobody any more",
            "Open the shift and tap **Remove**. Whoever is booked is told at once.",
        ),
        (
            "The substitute did not come",
            "Call the staffing unit. Then choose **Did not come** under Confirm time worked.",
        ),
    ),
)
