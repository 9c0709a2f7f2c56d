"""What the law asks a municipality to say of its portal; and the page with the paydays."""

# Slug, title and introduction.
PAYDAYS = ("paydays", "Paydays", "When you get paid, and when your shifts must be ready.")

ACCESSIBILITY = (
    "accessibility",
    "Accessibility of Vikarieportalen",
    "Everybody should be able to use the portal. What works, and what to do if something does not.",
)
STATEMENT = {
    "tested_how": "We try each page with tools. We also try it with a keyboard, with large text and in dark mode.",
    "helped_by": "Call or mail us. We can read a text to you, or send it on paper. You can also write on the page "
    "Tell us what you think, without saying who you are.",
}
# What does not work, for whom, and why: in the order of the Swedish ones, which say the rest.
LACKING = (
    {
        "what": "We have not tried every screen reader",
        "who": "This is about you who listen to the portal.",
        "why": "We have tried one. The others are next.",
    },
)

PRIVACY = (
    "privacy",
    "How we use what we know about you",
    "We keep only what is needed for you to work, and to be paid what you should.",
)
NOTICE = {
    "controller": "Kommunstyrelsen (the municipal board) of Älvsunda",
    "officer": "The municipality's data protection officer",
    "receivers": "<p>A planner sees her own areas. A manager sees her own workplace. The payroll office sees what a "
    "certificate needs.</p><p>Other substitutes see nothing about you. Why somebody is away is never shown to "
    "substitutes.</p>",
    "outside": "What we know does not leave the EU. If you choose notifications on your phone they go encrypted "
    "through your browser's service. It may be outside the EU.",
    "decides_alone": "The portal can book you on time that you have added. Do you want a person to look at it? "
    "Call the staffing unit.",
    "rights": "<p>You can ask to see all that we have about you. If something is wrong we put it right. You can also "
    "ask us to take away what we need not keep. Call the staffing unit.</p>",
}
PURPOSES = (
    ("Reach you", "Name, phone and email"),
    ("Book you on shifts", "Your time, questions and answers, agreements, courses and where you are introduced"),
    ("Count time, rest and pay", "Shifts and worked time"),
    ("Write certificates", "What you have ordered, and the certificate"),
)
PLAN = (
    ("Questions and answers about shifts", "2 years"),
    ("Shifts and worked time", "10 years"),
    ("Certificates that are issued", "10 years"),
)
