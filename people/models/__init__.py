"""The people, the places and the papers between them."""

from people.models.account import Account
from people.models.agreement import Agreement, PayForm
from people.models.competence import Competence, Occupation, SubstituteCompetence
from people.models.history import HistoryEntry
from people.models.role import RoleAssignment
from people.models.substitute import Substitute
from people.models.user import User
from people.models.workplace import Area, Workplace

__all__ = [
    "Account",
    "Agreement",
    "Area",
    "Competence",
    "HistoryEntry",
    "Occupation",
    "PayForm",
    "RoleAssignment",
    "Substitute",
    "SubstituteCompetence",
    "User",
    "Workplace",
]
