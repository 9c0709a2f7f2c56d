"""What somebody who is new reads: the introduction, and her first workplaces."""

from home.demo.texts.shapes import Piece, heading, notice, text

# Slug, title and introduction.
COURSE = ("introduction", "Your introduction", "What to do before your first shift. Take one thing at a time.")

# Heading, text, and the words of the link, in the order of the Swedish ones, which say where it leads.
ITEMS = (
    (
        "Sign your agreement",
        "The staffing unit gives it to you. Take your time to read it. Ask if something is not clear.",
        "How LAS days are counted",
    ),
    (
        "Log in to the portal",
        "You need your phone, your username and your password.",
        "Log in for the first time",
    ),
    (
        "Add time you can work",
        "Begin with the next two weeks. Then you can get enquiries.",
        "To the calendar",
    ),
    (
        "Learn to answer an enquiry",
        "It comes as a text message. Answer JA (yes) or NEJ (no).",
        "Answer an enquiry",
    ),
    (
        "Learn what to do if you are ill",
        "First call the workplace. Then tell us in the portal.",
        "Ill, or child ill",
    ),
    (
        "Read about your workplace",
        "It says how you find your way there, and what to wear.",
        "Workplaces",
    ),
)

WORKPLACES = ("workplaces", "Workplaces", "Find your way there, and read what is good to know the first time.")

# By the workplace's name: slug, introduction, what is practical, and the rest.
PAGES: dict[str, tuple[str, str, tuple[tuple[str, str], ...], tuple[Piece, ...]]] = {
    "Solgården": (
        "solgarden",
        "A home for older people, with four small wards.",
        (
            ("Parking", "Free, behind the house. Bus 2 stops at the gate."),
            ("Food", "You can buy lunch. There is a fridge and a microwave."),
            ("Changing clothes", "Changing room on floor 1."),
        ),
        (
            heading("Your first shift"),
            text("Come ten minutes early. Say your name to whoever leads the shift.", "Somebody shows you round."),
            notice("info", "Ask once too often, not once too little", "Everybody here has been new."),
        ),
    ),
    "Förskolan Kastanjen": (
        "forskolan-kastanjen",
        "A preschool with three groups and a big yard.",
        (("Outdoors", "The children are out every day. Bring clothes for rain."),),
        (),
    ),
}
