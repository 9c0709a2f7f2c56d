"""News."""

from home.demo.texts.shapes import Item, button, facts, text

NEWS = (
    Item(
        slug="everything-in-one-place",
        title="Now everything is in one place",
        intro="Shifts, guides and certificates have moved here. The old booking system is closed.",
        body=(
            text(
                "Your booked shifts and your calendar came along. You do not need to add anything again.",
                "Log in with the same username as before.",
                "Is it your first time? Follow [the guide](/guider/logga-in-forsta-gangen/).",
            ),
            text("Save the portal on your home screen. Then you are in with one tap."),
        ),
        age=21,
    ),
    Item(
        slug="course-in-moving-people",
        title="Course in moving people safely",
        intro="Learn to lift in the right way, and get more shifts. You are paid during the course.",
        body=(
            text(
                "The course takes half a day. It is held at Storgatan 14, floor 2. "
                "You practise with hoists and slide sheets.",
            ),
            facts(
                ("For whom", "Substitutes in home care and care homes"),
                ("Time", "08:30–12:00"),
                ("Place", "Storgatan 14, floor 2"),
            ),
            text("Call the staffing unit to get a place. Afterwards the course is in your profile."),
        ),
        age=9,
    ),
    Item(
        slug="check-your-shifts",
        title="Check your shifts in time",
        intro="If the times are right, your pay is right. It takes two minutes.",
        body=(
            text(
                "Open [Bookings](/bokningar/). Read through last month's shifts.",
                "The last day to hand in is under [Paydays](/lonedagar/).",
                "Did you work longer, or leave early? Tell the workplace. The manager puts the time right.",
            ),
            button("See my bookings", "/bokningar/"),
        ),
        age=2,
    ),
)
