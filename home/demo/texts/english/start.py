"""The start page and the sections."""

TITLE = "Work when you can"
INTRO = "Add your times. Answer enquiries. Find available jobs. It is all here."

# Title and text of each shortcut, in the order of the Swedish ones, which say how it looks and where it leads.
SHORTCUTS = (
    ("Answer an enquiry", "Yes or No. It takes a few seconds."),
    ("Add time you can work", "Keep your calendar up to date."),
    ("See available jobs", "Find shifts that suit you."),
    ("Ill, or child ill?", "Call the workplace first. This is how."),
    ("Order a certificate", "For a-kassan, for example."),
    ("Password and mobile number", "Change or reset."),
)

# Slug, title and introduction.
GUIDES = ("guides", "Guides", "Step by step. Most of them take a few minutes.")
ANSWERS = ("questions-and-answers", "Questions and answers", "Tap a question to see the answer.")
NEWS = ("news", "News", "What is new for you as a substitute.")
CONTACT = ("contact", "Contact", "Choose what it is about.")
CONTACT_ALERT = (
    "Ill today, and you have a shift?",
    "Call the workplace at once. The number is in your shift and your text message. Then tell us here in the portal.",
)
