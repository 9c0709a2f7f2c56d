"""Guides about enquiries, text messages and available jobs."""

from home.demo.texts.shapes import Guide, Step, heading, notice, text

ENQUIRY = Guide(
    slug="answer-an-enquiry",
    title="Answer an enquiry",
    intro="We ask by text message if you can work. You answer yes or no.",
    minutes=1,
    steps=(
        Step(
            "Read the message",
            "It says the workplace, the day and the time. It also says when you must have answered.",
            screen=(
                ("text", "Kan du jobba i dag?"),
                ("text", "07.00–15.30, Solgården"),
                ("text", "Svara JA eller NEJ"),
            ),
            said="a message in Swedish that asks if you can work today 07:00–15:30 at Solgården.",
        ),
        Step(
            "Answer",
            "Send `JA` (yes) or `NEJ` (no) and nothing more. You can also tap the link and answer there.\n"
            "Yes means that you want the shift. No means that you cannot. It is quite all right to say no.",
        ),
        Step(
            "Wait for an answer",
            "You are booked when it says **The shift is yours**. You get a text message too. "
            "Somebody else may have been quicker.",
        ),
        Step(
            "Look at the shift",
            "Under Bookings you find the address, what to wear and whom to call.",
            button=("See my bookings", "/bokningar/"),
        ),
    ),
    troubles=(
        (
            "I said yes but cannot",
            "You can undo it for a short while. The shift says how long. After that you call the staffing unit.",
        ),
        (
            "I can only work part of the shift",
            "Do not answer the message. Call the staffing unit and say when you can.",
        ),
        (
            "I do not want more questions that day",
            "Say no in the portal. Then tap **I cannot work that day**.",
        ),
    ),
    again=(
        Step(
            "Answer the message",
            "Send `JA` or `NEJ`. Have you got several questions? Write the number from the message after your answer.",
            button=("See my enquiries", "/forfragningar/"),
        ),
        Step("Wait for an answer", "You are booked when it says **The shift is yours**."),
    ),
)

INTEREST = Guide(
    slug="take-an-available-job",
    title="Take an available job",
    intro="Look for shifts yourself. Some you can take at once. For others you register interest.",
    minutes=2,
    steps=(
        Step(
            "Open Available jobs",
            "Here are shifts that we need somebody for. Those that fit your time are marked.",
            button=("See available jobs", "/lediga-jobb/"),
        ),
        Step(
            "Choose a shift",
            "Read what you need for it. If you lack something it says so.",
            screen=(("text", "Solgården"), ("text", "07:00–15:30"), ("primary", "Register interest")),
            said="a shift at Solgården 07:00–15:30 and the button Register interest.",
        ),
        Step(
            "Tap the button",
            "Does it say **Take the shift**? Then it is yours at once.\n"
            "Does it say **Register interest**? Then a planner chooses among those who want it.",
        ),
        Step(
            "Wait for an answer",
            "You get it as a text message. Your calendar does not change. You can change your mind until then.",
        ),
    ),
    troubles=(
        (
            "I have not added time that day",
            "That is fine. Tick that the time is only for this shift. It is not used for anything else.",
        ),
        (
            "I cannot take a certain job",
            "The job says why. Talk to your manager if you want to take a course.",
        ),
    ),
    again_minutes=1,
    again=(
        Step(
            "Open Available jobs",
            "Choose a shift that suits you. Tap **Take the shift** or **Register interest**.",
            button=("See available jobs", "/lediga-jobb/"),
        ),
        Step("Wait for an answer", "Below the list you see those that you wait to hear of."),
    ),
)

TWO_KINDS_OF_SMS = Guide(
    slug="two-kinds-of-text-messages",
    title="Two kinds of text messages",
    intro="You can answer some text messages. Others you can only read. This is the difference.",
    minutes=2,
    body=(
        heading("Messages that the portal sends"),
        text(
            "They come by themselves. You get one when",
            "- we ask if you can take a shift",
            "- you have got the shift",
            "- somebody else has got it",
            "- you are booked directly",
            "- a shift is changed or taken away",
            "Answer the question only. Write `JA` or `NEJ` and nothing more.",
        ),
        notice(
            "todo",
            "Set no conditions",
            "The answer “yes but only until 2” books nothing. Call us and say when you can.",
        ),
        text(
            "Have you got several questions? Then each message has a number. Write it after your answer: `JA 7`",
        ),
        heading("Messages that a planner writes"),
        text(
            "It can be a reminder, or something to know about a shift. The end says that you cannot answer it.",
            "Do you have a question? Call the staffing unit.",
        ),
    ),
    troubles=(
        (
            "I get no text messages",
            "Is the number under [Profile](/profil/) right? If not, [change your number](/guider/byt-mobilnummer/).",
        ),
        ("I have sent STOP", "Send START to the same number. Then you get text messages again."),
        (
            "I gave the wrong answer",
            "Send a new message with the right answer. Already booked? Call the staffing unit.",
        ),
    ),
)
