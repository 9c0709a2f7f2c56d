"""The accounts, what each may do, and the substitutes' papers."""

from django.contrib.auth.hashers import make_password

from home.demo.cast import COLLEAGUES, HANDS, PASSWORD, Colleague, Hand, Paper, Person
from home.demo.world import World
from people.models import Agreement, PayForm, Substitute, SubstituteCompetence, User
from people.operations import roles
from people.roles import ROLES

OWNER = "Anna-Lena Forsman"
FIRST_EMPLOYEE_NUMBER = 104_201
UNVERIFIED = {"Linh Nguyen", "Nils Hedman"}
"""Those who have not yet shown that the number is theirs."""


def build(world: World) -> None:
    """Make everyone."""
    secret = make_password(PASSWORD)  # once: a hash is slow by design, and these are no secrets
    for colleague in COLLEAGUES:
        world.users[colleague.name] = _account(colleague, secret)
    for colleague in COLLEAGUES:
        _give_role(world, colleague)
    for number, hand in enumerate(HANDS, FIRST_EMPLOYEE_NUMBER):
        user = world.users[hand.name] = _account(hand, secret)
        world.substitutes[hand.name] = Substitute.objects.create(user=user, employee_number=str(number))
        _give_papers(world, hand)


def _account(person: Person, secret: str) -> User:
    first, last = (part.lower().translate(str.maketrans("åäöéś", "aaoes")) for part in (person.first, person.last))
    return User.objects.create(
        username=person.username,
        first_name=person.first,
        last_name=person.last,
        email=f"{first}.{last}@alvsunda.example",
        phone=person.phone,
        phone_verified=bool(person.phone) and person.name not in UNVERIFIED,
        password=secret,
    )


def _give_role(world: World, colleague: Colleague) -> None:
    user = world.users[colleague.name]
    for name in colleague.places or ("",):
        place = world.areas.get(name) or world.workplaces.get(name)
        roles.assign(user, ROLES[colleague.role], place, by=world.users[OWNER], at=world.ago(days=400))
        world.in_charge.setdefault(name, user)


def _give_papers(world: World, hand: Hand) -> None:
    substitute = world.substitutes[hand.name]
    Agreement.objects.bulk_create(_agreement(world, substitute, paper) for paper in hand.papers)
    SubstituteCompetence.objects.bulk_create(
        SubstituteCompetence(
            substitute=substitute,
            competence=world.competences[proof.competence],
            starts=world.midnight(-400),
            ends=None if proof.until is None else world.midnight(proof.until),
        )
        for proof in hand.proofs
    )


def _agreement(world: World, substitute: Substitute, paper: Paper) -> Agreement:
    return Agreement(
        substitute=substitute,
        area=world.areas.get(paper.place),
        workplace=world.workplaces.get(paper.place),
        occupation=world.occupations[paper.occupation],
        pay_form=PayForm.MONTHLY if paper.by_the_month else PayForm.HOURLY,
        starts=world.midnight(paper.since),
        ends=None if paper.until is None else world.midnight(paper.until),
    )
