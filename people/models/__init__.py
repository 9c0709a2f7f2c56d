"""The people, the places and the papers between them."""

from people.models.account import Account
from people.models.agreement import Agreement, PayForm, RuleProfile
from people.models.alarm import Alarm
from people.models.competence import Competence, Occupation, SubstituteCompetence
from people.models.hidden_identity import HiddenIdentity
from people.models.history import HistoryEntry
from people.models.locality import Locality
from people.models.looked_at import LookedAt
from people.models.note import SubstituteNote
from people.models.own_copy import OwnCopy
from people.models.password_link import FormerPassword, PasswordLink
from people.models.phone_change import PhoneChange
from people.models.retention import RetentionRule, RetentionRun
from people.models.role import RoleAssignment
from people.models.sign_in import SignIn
from people.models.staff import DutyRule, RegisteredPerson, StaffImport
from people.models.standing import Block, Favourite, Introduction, RecordsCheck
from people.models.stopped import Stopped
from people.models.substitute import Substitute
from people.models.substitute_import import SubstituteImport
from people.models.support_visit import SupportVisit
from people.models.user import User
from people.models.workplace import Area, RecordsCheckKind, Workplace

__all__ = [
    "Account",
    "Agreement",
    "Alarm",
    "Area",
    "Block",
    "Competence",
    "DutyRule",
    "Favourite",
    "FormerPassword",
    "HiddenIdentity",
    "HistoryEntry",
    "Introduction",
    "Locality",
    "LookedAt",
    "Occupation",
    "OwnCopy",
    "PasswordLink",
    "PayForm",
    "PhoneChange",
    "RecordsCheck",
    "RecordsCheckKind",
    "RegisteredPerson",
    "RetentionRule",
    "RetentionRun",
    "RoleAssignment",
    "RuleProfile",
    "SignIn",
    "StaffImport",
    "Stopped",
    "Substitute",
    "SubstituteCompetence",
    "SubstituteImport",
    "SubstituteNote",
    "SupportVisit",
    "User",
    "Workplace",
]
