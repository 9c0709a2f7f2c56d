"""About the portal."""

from home.demo.texts.shapes import Text, heading, speaking, text

ABOUT = Text(
    slug="about-the-portal",
    title="About Vikarieportalen",
    intro="The portal is for you who are a substitute in Älvsunda.",
    body=(
        text(
            "Here you see available jobs, answer enquiries and add time. Guides and certificates are here too.",
            "The staffing unit, Bemanningen, runs the portal. Those who need a substitute order one here.",
        ),
        heading("Who decides who gets a shift?"),
        text(
            "Most often a planner. The portal shows her who can take the shift, and why.",
            "Sometimes the portal books by itself. Then it follows rules that the municipality has decided.",
            "Saying no never changes your place in the list.",
        ),
        speaking("answering_yes", area="", with_heading=True),
        heading("Do you want to become a substitute?"),
        text("Call the staffing unit. The number is on the page [Contact](/kontakt/)."),
        speaking("jobs", listed=3),
    ),
)
