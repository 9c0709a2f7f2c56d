"""Guides about the way in."""

from home.demo.texts.shapes import Guide, Step, button, facts, heading, speaking, text

FIRST_TIME = Guide(
    slug="log-in-for-the-first-time",
    title="Log in for the first time",
    intro="You need your phone, your username and the password that the staffing unit gave you.",
    minutes=3,
    steps=(
        Step(
            "Open the portal",
            "Type the address on your phone: `vikarie.alvsunda.example`\n"
            "Save the page on your home screen. It is easy to find the next time.",
        ),
        Step(
            "Tap Log in",
            "The button is at the top of every page.",
            screen=(("text", "Vikarieportalen"), ("primary", "Log in")),
            said="the name Vikarieportalen and the button Log in.",
        ),
        Step(
            "Type your username",
            "You can type your email address instead.\n"
            "Not sure what your username is? Read about [the username](/guider/anvandarnamnet/).",
            screen=(("text", "Username or email"), ("box", "lima9617")),
            said="a field for username or email.",
        ),
        Step(
            "Type your password",
            "Change it to one of your own as soon as you are in. "
            "Read how to [choose a good password](/guider/valj-ett-losenord/).",
            screen=(("text", "Password"), ("box", "••••••••••••"), ("primary", "Log in")),
            said="a field for the password and the button Log in.",
        ),
        Step(
            "Done. Put in your first time",
            "Tap **Calendar** and then **Add time**. Now you can get work.",
            button=("Log in now", "/konto/login/"),
        ),
    ),
    troubles=(
        (
            "I do not have my password here",
            (
                "Tap **Code by SMS** when you log in. Type your mobile number. The code works for ten minutes.\n"
                "The number must be confirmed in your profile."
            ),
        ),
        (
            "I am asked to confirm that it is me",
            "Certificates are extra protected. Type your password, or the code that we send. Then you go on.",
        ),
        (
            "I have forgotten my password",
            "Tap **I have forgotten my password** when you log in. We mail you a link. It works for an hour.",
        ),
        (
            "I have tried too many times",
            "Wait five minutes and try again. The pause protects your account.",
        ),
        (
            "I have not been given a password",
            "Call the staffing unit. They can see if your account is ready.",
        ),
    ),
    again_minutes=1,
    again=(
        Step(
            "Open the portal and tap Log in",
            "Is it on your home screen? Tap the picture there.",
        ),
        Step(
            "Type your username and your password",
            "Your phone can save them for you. Then you only type them once.",
            button=("Log in now", "/konto/login/"),
        ),
    ),
)

PASSWORD = Guide(
    slug="choose-a-password",
    title="Choose a good password",
    intro="This is what the password must have, and a way to remember it.",
    minutes=2,
    body=(
        speaking("password_rules"),
        heading("How to make one up"),
        text(
            "Think of three things that do not belong together. Write them in a row. Put a digit between them.",
            "It can look like this: `Gurka-7-lampa-Tak`. Do not take that one, make up your own.",
        ),
        heading("When to change it"),
        text(
            "You change it yourself, when you like. Change it at once if somebody may have seen it.",
        ),
        button("Change password", "/konto/password/change/"),
    ),
    troubles=(
        (
            "I have forgotten my password",
            "Tap [Forgotten password](/konto/password/reset/). Type your email address. Follow the link we mail you.",
        ),
        (
            "The portal does not take my password",
            "Read the line by the field. It says what is missing. Most often the password is too short.",
        ),
    ),
)

USER_NAME = Guide(
    slug="your-username",
    title="Your username",
    intro="The username has eight characters. You can work it out yourself.",
    minutes=1,
    body=(
        text(
            "It is made from your name and your birthday. Take the parts in this order:",
            "- the first two letters of your last name",
            "- the first and the last letter of your first name",
            "- two digits for the year you were born",
            "- two digits for the day of the month",
        ),
        heading("An example"),
        text("Mira Lindgren was born on 17 March 1996. Her name in the portal is `lima9617`."),
        facts(
            ("Lindgren", "li"),
            ("Mira", "ma"),
            ("1996", "96"),
            ("17 March", "17"),
        ),
        text(
            "Å and ä are written as a. Ö is written as o. Small or capital letters make no difference.",
            "You have the same name in your [work email](/guider/jobbmejlen/).",
        ),
    ),
    troubles=(
        (
            "The name does not work",
            "Somebody may have got it before you. Log in with your email address, or call the IT help.",
        ),
    ),
)

WORK_MAIL = Guide(
    slug="your-work-email",
    title="Your work email",
    intro="Your manager and the municipality write to you there. Have a look once a week.",
    minutes=2,
    steps=(
        Step(
            "Open your email",
            "Type the address on your phone or computer: `mejl.alvsunda.example`\nYou can read it at home and at work.",
        ),
        Step(
            "Log in",
            "Use the same username and password as here in the portal.",
            screen=(("box", "lima9617"), ("box", "••••••••••••"), ("primary", "Log in")),
            said="a field for the username, one for the password and the button Log in.",
        ),
        Step(
            "Read and answer",
            "Enquiries about shifts never come here. You get them as text messages and here in the portal.",
        ),
    ),
    troubles=(
        (
            "The email does not take my password",
            "Try to log in to the portal. Does that fail too? [Choose a new password](/konto/password/reset/).",
        ),
        ("I still cannot get in", "Call the IT help. They answer day and night."),
    ),
    again_minutes=1,
    again=(
        Step(
            "Open your email and log in",
            "Save the page on your home screen. Then you need not type the address.",
        ),
        Step("Read and answer", "Take what is new since last time."),
    ),
)
