"""What stands around the guides and the news: the job itself, and employments to apply for."""

from home.demo.texts.around import Advert
from home.demo.texts.shapes import Text, heading, text

SECTION = Text(
    slug="about-the-job",
    title="About the job",
    intro="What holds at every workplace.",
)
IN_THE_SECTION = (
    Text(
        slug="work-clothes",
        title="Work clothes",
        intro="In care work you borrow your clothes. They are washed at work.",
        body=(
            text(
                "Take clothes at the workplace when you come. Put them in the wash when you go.",
                "Do not take them home. Bring shoes of your own with good soles.",
            ),
            heading("Hands and hair"),
            text("Take off rings, watch and bracelets. Tie up long hair. Keep your nails short, without varnish."),
        ),
    ),
    Text(
        slug="duty-of-secrecy",
        title="Duty of secrecy",
        intro="What you learn about others at work you tell nobody.",
        body=(
            text(
                "This is true of everybody you meet at work: children, clients and their families.",
                "It is true when you have left the job too, and on the net. Take no pictures.",
                "Are you not sure? Ask the manager at the workplace.",
            ),
        ),
    ),
)
JOBS = ("employments", "Work with us", "Jobs to apply for, if you want to be employed for longer.")
HOW_TO_APPLY = "Write a few words about yourself and the work you have done."
ADVERTS = (
    Advert(
        slug="assistant-nurse-solgarden",
        title="Assistant nurse at Solgården",
        intro="Do you want a fixed schedule? We are looking for a colleague on floor 2.",
        body=(
            text(
                "You work days and evenings, and every other weekend. The schedule is ready six weeks ahead.",
                "Have you worked here as a substitute? We count that when we choose.",
            ),
            heading("What you need"),
            text(
                "- The title undersköterska (assistant nurse)\n"
                "- A delegation to give medicine, or the will to get one\n"
                "- Good Swedish, spoken and written"
            ),
        ),
        workplace="Solgården",
        extent="Full time",
        starts="When we have agreed on a day",
        how_to_apply=HOW_TO_APPLY,
        person=("Eva Holm", "Head of unit", "0980-319 245"),
    ),
    Advert(
        slug="child-carer-for-a-year",
        title="Child carer, as a substitute for a year",
        intro="Be with the same group of children for the whole school year.",
        body=(text("You work days at a preschool in the centre. The group has 16 children and three adults."),),
        workplace="Preschool and school",
        extent="80 per cent",
        starts="When the term begins",
        how_to_apply=HOW_TO_APPLY,
        person=("Samir Haddad", "Planner", "0980-319 212"),
    ),
)
