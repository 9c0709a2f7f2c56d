"""Guides about getting work, and not being able to."""

from home.demo.texts.shapes import Guide, Step, heading, notice, speaking, text

AVAILABLE_TIME = Guide(
    slug="add-time-you-can-work",
    title="Add time you can work",
    intro="Your calendar shows when you can work. Without time in it we cannot book you directly.",
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
            "Can you work at any time? Choose **Whole day**, 00:00–00:00.\n"
            "Do you only want to work in the day? Choose **Other times** and type 06:00–18:00, for example.",
            screen=(("text", "Tuesday, Thursday"), ("box", "06:00–18:00"), ("primary", "Save")),
            said="two chosen days, the time 06:00–18:00 and the button Save.",
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
            "The shift is yours all the same. Call the staffing unit if you cannot work.",
        ),
    ),
    again=(
        Step(
            "Copy a week",
            "Tap **Add time**. At the top is **The same as** and a week that you have added. Tap **Copy**.",
            button=("Open the calendar", "/kalender/"),
        ),
        Step(
            "Or let the time come back",
            "Can you work the same days every week? Choose **Every week** under How often. Then you only do it once.",
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

MORE_WORKPLACES = Guide(
    slug="more-workplaces",
    title="Work at more workplaces",
    intro="Do you want to work at more places? Begin by asking the staffing unit.",
    minutes=1,
    steps=(
        Step(
            "Ask the staffing unit",
            "Open Profile and choose **More workplaces**. You can also call. We tell you where people are needed.",
            button=("Open Profile", "/profil/"),
        ),
        Step(
            "Talk to your manager",
            "The manager where you work today needs to know. Then your shifts will not clash.",
        ),
        Step(
            "Work beside somebody",
            "You get a shift where somebody shows you round. You are paid for it. Then you are introduced there.",
        ),
        Step(
            "See the new shifts",
            "Now the shifts are among the available jobs. The time in your calendar holds for the new place too.",
            button=("See available jobs", "/lediga-jobb/"),
        ),
    ),
    troubles=(
        (
            "The place is not in the list",
            "Then you can work there already, or you have asked. Call the staffing unit if you are not sure.",
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
            "Tell us in the portal",
            "Open Bookings and your shift. Tap **I am sick**. Then we look for somebody else.\n"
            "Is it your child who is ill? Call the staffing unit instead.",
            screen=(("text", "Will you be late, or are you sick?"), ("secondary", "I am sick")),
            said="the question whether you will be late or are sick, and the button I am sick.",
            button=("See my bookings", "/bokningar/"),
        ),
        Step(
            "Rest",
            "You get no enquiries that day. Are you ill for several days? Take them out of the calendar.",
        ),
        Step(
            "Tell us when you are well",
            "Open Bookings and tap **I am well**. Then you can be booked again.",
        ),
    ),
    troubles=(
        (
            "I became ill in the middle of a shift",
            "Tell the workplace before you go home. Then tap **I am sick**. The time you have worked is yours.",
        ),
        (
            "I cannot get in to the portal",
            "Call the staffing unit. Are we closed? Call when we open. The workplace knows already.",
        ),
        (
            "I am ill for more than a week",
            "From day eight you need a doctor's certificate. Give it to your manager.",
        ),
    ),
)
