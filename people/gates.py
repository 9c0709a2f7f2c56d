"""The ways in to the people, the places and the papers."""

from django.db.models import Q

from people.access import Way, assignments, by_role, own
from people.models import (
    Account,
    Agreement,
    Alarm,
    Area,
    Block,
    Competence,
    DutyRule,
    Favourite,
    FormerPassword,
    HiddenIdentity,
    HistoryEntry,
    Introduction,
    Locality,
    LookedAt,
    Occupation,
    OwnCopy,
    PasswordLink,
    PhoneChange,
    RecordsCheck,
    RegisteredPerson,
    RetentionRule,
    RetentionRun,
    RoleAssignment,
    RuleProfile,
    SignIn,
    StaffImport,
    Stopped,
    Substitute,
    SubstituteCompetence,
    SubstituteImport,
    SubstituteNote,
    SupportVisit,
    User,
    Workplace,
)
from people.policy import guard
from people.roles import IDENTITY_KEEPER, ROLES

KEPT = {"add": "change", "delete": "change"}  # whoever keeps a table does all three to its rows


def to_choose_from(action: str) -> Way:
    """The way in for every substitute, to all of them: they stand in a list of hers."""

    def way(user: User, asked: frozenset[str]) -> Q:
        return ~Q(pk=None) if action in asked and hasattr(user, "substitute") else Q()

    return way


def asked_for_by_her_workplace(user: User, asked: frozenset[str]) -> Q:
    """The way in for an ordering manager: that a substitute will not come to her is never told there, nor why."""
    reached = by_role(workplace=["workplace"])(user, asked)
    return reached & Q(asked_by=Block.AskedBy.WORKPLACE) if reached else Q()


def hers_to_hand_over(user: User, asked: frozenset[str]) -> Q:
    """The way in for whoever has a role that may be handed to a colleague: her own, and none in another's place."""
    if "roleassignment.delegate" not in asked:
        return Q()
    codes = [role.code for role in ROLES.values() if "roleassignment.delegate" in role.actions]
    return Q(user=user, delegated_from=None, role__in=codes)


def in_anothers_place(user: User, asked: frozenset[str]) -> Q:
    """The way in to what one hands over and the other has meanwhile, for both."""
    if "roleassignment.end" not in asked:
        return Q()
    return Q(delegated_from__user=user) | Q(user=user, delegated_from__isnull=False)


def of_whom_she_may_know(way: Way) -> Way:
    """The same rows, but those of whoever is protected only to an officer who also keeps who she is.

    A certificate carries her name, and so does what payroll knows: whoever handles it knows her.
    """

    def known(user: User, asked: frozenset[str]) -> Q:
        rows = way(user, asked)
        if not rows:
            return rows
        kept = [one.area_id for one in assignments(user) if one.role == IDENTITY_KEEPER.code]
        places = Q(agreements__area__in=kept) | Q(agreements__workplace__area__in=kept)
        hers = Substitute.objects.filter(places).values("pk")
        return rows & (Q(substitute__user__protected=False) | Q(substitute__in=hers))

    return known


guard(Area, by_role(area=["pk"], workplace=["workplaces"]), **KEPT)
guard(Workplace, by_role(area=["area"], workplace=["pk"]), to_choose_from("workplace.ask_for"), **KEPT)
guard(Occupation, by_role(), **KEPT)
guard(Competence, by_role(), **KEPT)
guard(
    Substitute,
    by_role(area=["agreements__area", "agreements__workplace__area"]),
    own("user", "substitute.view"),
)
guard(
    Agreement,
    by_role(area=["area", "workplace__area"]),
    own("substitute__user", "agreement.view"),
    delete="end",
)
guard(
    SubstituteCompetence,
    by_role(area=["substitute__agreements__area", "substitute__agreements__workplace__area"]),
    own("substitute__user", "substitutecompetence.view"),
    delete="end",
)
guard(SubstituteNote, by_role(area=["area"]), **KEPT)
guard(SubstituteImport, own("read_by", "substituteimport.view", "substituteimport.apply"))
guard(Locality, by_role(), to_choose_from("locality.view"), **KEPT)
guard(PhoneChange, own("user", "phonechange.confirm"))
guard(OwnCopy, own("user", "owncopy.view"))
guard(RetentionRule, by_role(), **KEPT)
guard(RetentionRun, by_role())
guard(LookedAt, by_role())
guard(
    PasswordLink,
    by_role(area=["user__substitute__agreements__area", "user__substitute__agreements__workplace__area"]),
)
guard(FormerPassword)  # closed: people/passwords.py compares with them
guard(RuleProfile, by_role(), **KEPT)
guard(SignIn, own("user", "signin.view", "signin.end"))
guard(SupportVisit, own("helper", "supportvisit.begin"))
guard(Introduction, by_role(area=["workplace__area"]), own("substitute__user", "introduction.view"), **KEPT)
guard(
    RecordsCheck,
    by_role(area=["substitute__agreements__area", "substitute__agreements__workplace__area"]),
    own("substitute__user", "recordscheck.view"),
    **KEPT,
)
guard(Block, by_role(area=["workplace__area"]), asked_for_by_her_workplace, **KEPT)
guard(Favourite, by_role(area=["workplace__area"], workplace=["workplace"]), **KEPT)
guard(Alarm, by_role(), **KEPT)
guard(Stopped, by_role())
guard(Account, by_role(), add="open", delete="close")
guard(RoleAssignment, by_role(), hers_to_hand_over, in_anothers_place, **KEPT)
guard(DutyRule, by_role(), **KEPT)
guard(RegisteredPerson)  # closed: a key of another system's
guard(StaffImport, by_role())
guard(HiddenIdentity)  # closed: people/operations/identity.py is its one door
guard(HistoryEntry, by_role(area=["area"]))
