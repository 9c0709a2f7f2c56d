"""Who lives in the demo: invented people, with what each may do. Plain values, so that a table is all one reads."""

from dataclasses import dataclass

PASSWORD = "demo-Vikarie-2026"  # noqa: S105 (of the demo, which production refuses)


@dataclass(frozen=True, slots=True)
class Paper:
    """An agreement: where, as what, and from and until how many days from today (`None` is until further notice)."""

    place: str  # an area or a workplace
    occupation: str
    since: int = -430
    until: int | None = None
    by_the_month: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """A competence, and how many days from today it holds."""

    competence: str
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account. The user name follows the municipality's rule: name, year and day of birth."""

    first: str
    last: str
    username: str
    phone: str = ""
    email: bool = True

    @property
    def name(self) -> str:
        """As it is spoken of."""
        return f"{self.first} {self.last}"


@dataclass(frozen=True, slots=True)
class Colleague(Person):
    """Somebody with a role, at these areas or workplaces (none: the whole municipality)."""

    role: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hand(Person):
    """A substitute: her papers, and the weekdays (0 is Monday) and hours that she usually can work."""

    papers: tuple[Paper, ...] = ()
    proofs: tuple[Proof, ...] = ()
    weekdays: tuple[int, ...] = ()
    hours: tuple[str, str] = ("06:00", "18:00")
    shifts_a_week: int = 2
    nights: bool = False


HOME_CARE, ELDERLY, SCHOOL, LSS = "Hemtjänst", "Särskilt boende", "Förskola och skola", "LSS"
NURSE, AIDE, CHILD, SUPPORT, PUPIL = "undersköterska", "vårdbiträde", "barnskötare", "stödassistent", "elevassistent"
DELEGATION, LICENCE, LIFTING = "Delegering läkemedel", "Körkort B", "Lyftutbildning"

MANAGER = "ordering_manager"
COLLEAGUES = (
    Colleague("Eva", "Holm", "hoea7212", role=MANAGER, places=("Solgården", "Björkgården")),
    Colleague("Mats", "Lindqvist", "lims6803", role=MANAGER, places=("Förskolan Kastanjen", "Västra skolan")),
    Colleague("Karin", "Öberg", "obkn7921", role="planner", places=(HOME_CARE, ELDERLY)),
    Colleague("Samir", "Haddad", "hasr8509", role="planner", places=(SCHOOL, LSS)),
    Colleague("Gunilla", "Ström", "stga6518", role="certificate_officer"),
    Colleague("Johan", "Vik", "vijn9027", role="editor"),
    Colleague("Anna-Lena", "Forsman", "foaa6914", role="system_owner"),
    Colleague("Margareta", "Nyström", "nyma6628", "+46701740617", role="identity_keeper", places=(HOME_CARE, ELDERLY)),
    Colleague("Sara", "Ek", "eksa8405", role="approver"),
)

SUBSTITUTES = (
    Hand(
        "Amira",
        "Hassan",
        "haaa9507",
        "+46701740605",
        papers=(Paper(HOME_CARE, NURSE), Paper(ELDERLY, NURSE), Paper("Gläntan", SUPPORT, -200, 11)),
        proofs=(Proof(DELEGATION, 140), Proof(LICENCE), Proof(LIFTING, -20)),
        shifts_a_week=3,
    ),
    Hand(
        "Lars-Erik",
        "Sundin",
        "sulk6330",
        "+46701740606",
        papers=(Paper(HOME_CARE, NURSE), Paper(ELDERLY, NURSE)),
        proofs=(Proof(DELEGATION, 140), Proof(LICENCE), Proof(LIFTING, 300)),
        weekdays=(0, 1, 2, 3),
        shifts_a_week=2,
    ),
    Hand(
        "Birgitta",
        "Norén",
        "noba5911",
        "+46701740607",
        papers=(Paper(ELDERLY, NURSE),),
        proofs=(Proof(DELEGATION, 220), Proof(LIFTING, 90)),
        weekdays=(1, 3, 4),
        hours=("07:00", "16:00"),
    ),
    Hand(
        "Yonas",
        "Tesfaye",
        "teys9816",
        "+46701740608",
        papers=(Paper(HOME_CARE, NURSE), Paper(ELDERLY, NURSE, -300), Paper(LSS, SUPPORT, -300)),
        proofs=(Proof(DELEGATION, 50), Proof(LICENCE)),
        weekdays=(4, 5, 6),
        hours=("13:00", "23:00"),
    ),
    Hand(
        "Elin",
        "Back",
        "baen0104",
        "+46701740609",
        papers=(Paper(HOME_CARE, NURSE, -380), Paper(ELDERLY, NURSE, -380)),
        proofs=(Proof(DELEGATION, 140), Proof(LICENCE)),
        weekdays=(0, 1, 2, 3, 4),
        hours=("06:00", "15:00"),
    ),
    Hand(
        "Fatima",
        "Noor",
        "nofa9222",
        "+46701740610",
        papers=(Paper(ELDERLY, NURSE, -250), Paper(HOME_CARE, AIDE, -250)),
        proofs=(Proof(DELEGATION, 110),),
        weekdays=(0, 2, 4, 6),
        nights=True,
    ),
    Hand(
        "Petra",
        "Lund",
        "lupa8813",
        "+46701740611",
        papers=(Paper(HOME_CARE, NURSE), Paper(ELDERLY, NURSE)),
        proofs=(Proof(DELEGATION, 30), Proof(LIFTING, 400)),
        weekdays=(2, 3, 5),
        hours=("14:00", "23:00"),
    ),
    # The post is her way in: she has no mobile phone.
    Hand(
        "Ingrid",
        "Wallin",
        "waid5602",
        papers=(Paper(ELDERLY, NURSE), Paper(HOME_CARE, AIDE)),
        proofs=(Proof(DELEGATION, -12),),
        weekdays=(0, 1),
        shifts_a_week=1,
    ),
    Hand(
        "Tomasz",
        "Wiśniewski",
        "witz9319",
        "+46701740612",
        papers=(Paper(SCHOOL, CHILD), Paper(SCHOOL, PUPIL)),
        weekdays=(0, 1, 2, 3, 4),
        hours=("06:30", "17:30"),
        shifts_a_week=3,
    ),
    Hand(
        "Linh",
        "Nguyen",
        "nglh9925",
        "+46701740613",
        papers=(Paper(SCHOOL, CHILD, -340), Paper(LSS, SUPPORT, -340)),
        weekdays=(1, 2, 3),
        hours=("07:00", "21:00"),
    ),
    # Two brothers, one number: an answer needs the code.
    Hand(
        "Oskar",
        "Hedman",
        "heor0308",
        "+46701740614",
        papers=(Paper(LSS, SUPPORT, -180), Paper(SCHOOL, PUPIL, -180)),
        proofs=(Proof(LICENCE),),
        weekdays=(3, 4, 5, 6),
        hours=("07:00", "22:00"),
    ),
    Hand(
        "Nils",
        "Hedman",
        "hens0517",
        "+46701740614",
        papers=(Paper(LSS, SUPPORT, -120),),
        weekdays=(4, 5, 6),
        hours=("07:00", "22:00"),
        shifts_a_week=1,
    ),
)

BY_THE_MONTH = Hand(
    "Signe",
    "Åström",
    "asse8419",
    "+46701740618",
    papers=(Paper(ELDERLY, NURSE, -60, by_the_month=True),),
    proofs=(Proof(DELEGATION, 260),),
)
"""She has a schedule elsewhere, and lies open for what is beyond it: her time goes to a time bank."""

HANDS = (*SUBSTITUTES, BY_THE_MONTH)
