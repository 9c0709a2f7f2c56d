"""Questions and answers. Those in ON_START stand on the start page too."""

from home.demo.texts.shapes import Group

ON_START = (
    "What is direct booking?",
    "Am I booked when I have said yes?",
    "I have forgotten my password. What do I do?",
    "I have a new mobile number",
)
GROUPS = (
    Group(
        "Shifts and bookings",
        {
            "What is direct booking?": (
                "If you have added time we can book you on it at once. You get a text message. "
                "For short shifts, and those that begin soon, you get an enquiry instead.\n"
                "[Read more about direct booking](/guider/direktbokning-och-forfragan/)"
            ),
            "Am I booked when I have said yes?": (
                "You are booked when it says “The shift is yours”. You get a text message too. "
                "Somebody else may have been quicker.\n[How to answer](/guider/svara-pa-en-forfragan/)"
            ),
            "May I say no?": "Yes, that is quite all right. You do not get fewer questions because of it.",
            "Can I give a shift back?": (
                "If you took it yourself you can undo it for a short while. The shift says how long. "
                "After that you call the staffing unit. A booking is a promise from both sides."
            ),
            "How do I register interest in a job?": (
                "Open [Available jobs](/lediga-jobb/) and tap **Register interest**. "
                "Your calendar does not change. A planner chooses and you get an answer as a text message.\n"
                "If it says **Take the shift** it is yours at once. [How it works](/guider/ta-ett-ledigt-jobb/)"
            ),
            "Why can I not take a certain job?": (
                "The job says why. You may lack a delegation, or have too short a rest. "
                "Talk to your manager if you want to take a course."
            ),
        },
    ),
    Group(
        "Your calendar",
        {
            "Do I have to add time?": (
                "No, but then we cannot book you directly. You can still register interest in available jobs."
            ),
            "How far ahead can I add time?": (
                "Half a year. Time that comes back every week can go on until further notice. "
                "The more time you add, the more shifts you can get."
            ),
            "Is my time for all workplaces?": (
                "Yes, all where you have an agreement. You can also choose only some when you add it. "
                "[How to get more](/guider/fler-arbetsplatser/)."
            ),
            "How much rest must I have?": (
                "At least 11 hours every day. Once a week 36 hours in a row. The portal keeps count."
            ),
        },
    ),
    Group(
        "Ill or late",
        {
            "I am ill and have a shift. What do I do?": (
                "Call the workplace first. Then open the shift under [Bookings](/bokningar/) and tap "
                "**I am sick**. [Step by step](/guider/sjuk-eller-vab/)"
            ),
            "I will be late. What do I do?": (
                "Open the shift under [Bookings](/bokningar/) and tap **I will be late**. "
                "You can also call the workplace."
            ),
            "Do others get to know why I am away?": "No. The workplace is told that you are not coming, but not why.",
        },
    ),
    Group(
        "Text messages and phone",
        {
            "Which messages do I answer?": (
                "Only those that ask if you can work. Write JA or NEJ. "
                "[Two kinds of text messages](/guider/tva-sorters-sms/)"
            ),
            "I have a new mobile number": (
                "Change it under [Profile](/profil/). Otherwise no enquiries reach you. "
                "Tell the payroll office too.\n[How to change it](/guider/byt-mobilnummer/)"
            ),
            "Can I read my messages in the portal?": "Yes. All that we have sent is in your [inbox](/meddelanden/).",
        },
    ),
    Group(
        "Log in",
        {
            "I have forgotten my password. What do I do?": (
                "Tap [Forgotten password](/konto/password/reset/). We mail you a link that works for an hour."
            ),
            "What is my username?": (
                "Eight characters from your name and your birthday. [How to work it out](/guider/anvandarnamnet/)."
            ),
            "What must the password look like?": (
                "Long, and with several kinds of characters. [The rules as they are now](/guider/valj-ett-losenord/)"
            ),
        },
    ),
    Group(
        "Pay and certificates",
        {
            "When do I get paid?": (
                "On the 27th each month. If that is a weekend, on the weekday before. [All paydays](/lonedagar/)"
            ),
            "How do I get a certificate for a-kassan?": (
                "Order an arbetsgivarintyg under [Certificates](/intyg/). [How to order](/guider/bestall-ett-intyg/)."
            ),
            "What do I do if my pay is wrong?": (
                "Compare it with your shifts under [Bookings](/bokningar/). Then call the payroll office. "
                "[Step by step](/guider/kontrollera-din-lon/)"
            ),
        },
    ),
)
