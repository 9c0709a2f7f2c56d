"""Guides about getting work, and not being able to."""

from home.demo.texts.shapes import Guide, Step, heading, notice, speaking, text

AVAILABLE_TIME = Guide(
    slug="add-time-you-can-work",
    title="Add time you can work",
    intro="Your calendar shows when you can work. We cannot book you without time in it.",
    minutes=1,
    steps=(
        Step(
            "Open Calendar",
            "Tap **Add time**.",
            screen=(("text", "Calendar"), ("primary", "Add time")),
            said="the heading Calendar and the button Add time.",
        ),
        Step(
            "Choose days and times",
            "Can you work at any time? Choose **Whole day**, 00.00–00.00.\n"
            "Do you only want to work in the day? Then 06.00–18.00 is often enough.",
            screen=(("text", "Tuesday, Thursday"), ("box", "06.00–18.00"), ("primary", "Save")),
            said="two chosen days, the time 06.00–18.00 and the button Save.",
        ),
        Step(
            "Save",
            "The time holds for all workplaces where you have an agreement. You can change it when you like.",
            button=("Open the calendar", "/kalender/"),
        ),
    ),
    troubles=(
        (
            "I can no longer work that time",
            "Take it away as soon as you know. Time you have added is a promise. We can book you on it unasked.",
        ),
        (
            "I want to take away a time when I am booked",
            "That cannot be done in the calendar. Call the staffing unit.",
        ),
    ),
)

DIRECT_OR_ASKED = Guide(
    slug="direct-booking-and-enquiry",
    title="How direct booking and enquiries work",
    intro="Sometimes we book you at once. Sometimes we ask first. This is the difference.",
    minutes=2,
    body=(
        heading("Direct booking"),
        text(
            "Does a shift fit your time, your agreement and what you know? Then we can book you at once.",
            "These are the rules just now:",
        ),
        speaking("policy", area="", part="direct", with_heading=False),
        text("Have we booked you? Then you get a text message. The shift is in your calendar too."),
        heading("Enquiry"),
        text(
            "Otherwise we ask. Answer `JA` (yes) or `NEJ` (no) by text message, or **Yes** or **No** here.",
            "Yes means that you want the shift. No means that you cannot. It is quite all right to say no.",
        ),
        notice(
            "info",
            "Yes is not always a booking",
            "Several people may have got the same question. You are booked when it says **The shift is yours**. "
            "You get a text message too.",
        ),
        speaking("policy", area="", part="enquiries", with_heading=False),
        heading("When time is short"),
        speaking("policy", area="", part="hours", with_heading=False),
    ),
    troubles=(
        (
            "I was booked on a shift that I cannot take",
            "Call the staffing unit at once. Then look in your calendar, so that the times are right.",
        ),
        (
            "I said yes but did not get the shift",
            "Somebody else was quicker. You get a text message about it. Look at the [available jobs](/lediga-jobb/).",
        ),
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
            "The answer ”yes but only until 2” books nothing. Call us and say when you can.",
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
        (
            "I gave the wrong answer",
            "Send a new message with the right answer. Already booked? Call the staffing unit.",
        ),
    ),
)

MORE_WORKPLACES = Guide(
    slug="more-workplaces",
    title="Work at more workplaces",
    intro="Do you want to work at more places? Begin by calling the staffing unit.",
    minutes=1,
    steps=(
        Step(
            "Call the staffing unit",
            "Say which workplaces you would like to try. We tell you where people are needed.",
        ),
        Step(
            "Talk to your manager",
            "The manager where you work today needs to know. Then your shifts will not clash.",
        ),
        Step(
            "Work beside somebody",
            "You go with somebody at the new place. After that you are introduced there.",
        ),
        Step(
            "See the new shifts",
            "Now the shifts are among the available jobs. The time in your calendar holds for the new place too.",
            button=("See available jobs", "/lediga-jobb/"),
        ),
    ),
)

ILL = Guide(
    slug="ill-or-caring-for-a-sick-child",
    title="Ill, or at home with a sick child",
    intro="Call as early as you can. Do not send a text message or an email.",
    minutes=2,
    steps=(
        Step(
            "Call the workplace",
            "The number is in your shift and in your text message. Say your name and which shift it is about.",
        ),
        Step(
            "Call the staffing unit",
            "We look for somebody else. Are we closed? Then call when we open.",
        ),
        Step(
            "Take away your time",
            "Take the days out of the calendar. Then you get no new enquiries while you are ill.",
            button=("Open the calendar", "/kalender/"),
        ),
        Step(
            "Tell us when you are well",
            "Call the staffing unit the day before. Then add time again.",
        ),
    ),
    troubles=(
        (
            "I became ill in the middle of a shift",
            "Tell the workplace before you go home. They help you with the rest.",
        ),
        (
            "I am ill for more than a week",
            "From day eight you need a doctor's certificate. Give it to your manager.",
        ),
    ),
)
