"""The people, the places and the papers between them."""

from people.models.account import Account
from people.models.agreement import Agreement, PayForm, RuleProfile
from people.models.alarm import Alarm
from people.models.competence import Competence, Occupation, SubstituteCompetence
from people.models.hidden_identity import HiddenIdentity
from people.models.history import HistoryEntry
from people.models.locality import Locality
from people.models.note import SubstituteNote
from people.models.phone_change import PhoneChange
from people.models.role import RoleAssignment
from people.models.standing import Block, Favourite, Introduction, RecordsCheck
from people.models.stopped import Stopped
from people.models.substitute import Substitute
from people.models.substitute_import import SubstituteImport
from people.models.user import User
from people.models.workplace import Area, RecordsCheckKind, Workplace

__all__ = [
    "Account",
    "Agreement",
    "Alarm",
    "Area",
    "Block",
    "Competence",
    "Favourite",
    "HiddenIdentity",
    "HistoryEntry",
    "Introduction",
    "Locality",
    "Occupation",
    "PayForm",
    "PhoneChange",
    "RecordsCheck",
    "RecordsCheckKind",
    "RoleAssignment",
    "RuleProfile",
    "Stopped",
    "Substitute",
    "SubstituteCompetence",
    "SubstituteImport",
    "SubstituteNote",
    "User",
    "Workplace",
]
