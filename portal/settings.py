"""All settings, read from the environment.

`PORTAL_ENV=development` (what `make` sets) gives values that work on one's own machine. Without it the portal is in
production, and refuses to start until each value that must be chosen has been chosen.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from portal import (
    caches,
    content_policy,
    database,
    federation,
    letterhead,
    logs,
    middleware_order,
    password_rules,
    protection,
    push,
    queue,
    sessions,
    sign_in,
    staff_register,
    uploads,
)

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

DEVELOPMENT = env.str("PORTAL_ENV", default="production") == "development"
DEVELOPMENT_SECRET = "development-only-secret-never-in-production"  # noqa: S105 (refused in production)


def chosen(name: str, *, in_development: str) -> str:
    """The value of `name`; in production it must be set, and not to what development uses."""
    value = env.str(name, default=in_development if DEVELOPMENT else "")
    if not DEVELOPMENT and value in {"", in_development}:
        advice = f"{name} must be set in production. See docs/operations.md, or set PORTAL_ENV=development."
        raise ImproperlyConfigured(advice)
    return value


SECRET_KEY = chosen("SECRET_KEY", in_development=DEVELOPMENT_SECRET)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = chosen("ALLOWED_HOSTS", in_development="localhost,127.0.0.1,[::1]").split(",")
PORTAL_URL = chosen("PORTAL_URL", in_development="http://localhost:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=DEVELOPMENT)
SEARCH_ENGINES = env.bool("SEARCH_ENGINES", default=not DEMO)  # off where the portal is only tried
SERVICE_WORKER = env.bool("SERVICE_WORKER", default=True)  # off: browsers take theirs away
MUNICIPALITY = env.str("MUNICIPALITY", default="Älvsunda kommun")
# The letterhead of a certificate. The number's last digit makes no real organisation's.
ORGANISATION_NUMBER = env.str("ORGANISATION_NUMBER", default="212000-9990")
PAYROLL_OFFICE = env.str("PAYROLL_OFFICE", default="Lönecentrum")
PAYROLL_PHONE = env.str("PAYROLL_PHONE", default="0980-319 260")
CERTIFICATE_DAYS = env.int("CERTIFICATE_DAYS", default=5)  # working days within which a certificate is promised
CERTIFICATE_FOUR_EYES = env.list("CERTIFICATE_FOUR_EYES", default=[])  # types that two officers make: see operations.md
LETTERHEAD = letterhead.from_environment(env, demo=DEMO, base=BASE_DIR)
SEAL = letterhead.seal_from_environment(env, development=DEVELOPMENT, var=BASE_DIR / "var")
MAP_LINK = env.str("MAP_LINK", default="https://www.openstreetmap.org/search?query={address}")
CHECK_OUTSIDE_LINKS = env.bool("CHECK_OUTSIDE_LINKS", default=False)  # whether other hosts are asked if links hold
PAGE_COMMENT_MONTHS = env.int("PAGE_COMMENT_MONTHS", default=12)  # what readers write of a page is kept as long
FEEDBACK_MONTHS = env.int("FEEDBACK_MONTHS", default=12)
# Persons in an hour, strangers in a day, protected ones in a day, and in lists in a day: who looks at more is told of.
LOOKS_LIMITS = [int(most) for most in env.list("LOOKS_LIMITS", default=["40", "10", "3", "500"])]
PATTERN_WEEKS = env.int("PATTERN_WEEKS", default=26)  # how far ahead recurring time is laid out
# Whether vikariat is for good after the municipalities' agreement's 18 months; else after two years, as the law says.
LAS_VIKARIAT_BY_AGREEMENT = env.bool("LAS_VIKARIAT_BY_AGREEMENT", default=True)

INSTALLED_APPS = [
    "home",
    "portal.pages",
    "intyg",
    "payroll",
    "scheduling",
    "booking",
    "messaging",
    "people",
    "portal",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_q",
    "django_htmx",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = middleware_order.OUTERMOST_FIRST

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # it looks for Django's own name of portal.headers.Framing
    *env.list("SILENCED_SYSTEM_CHECKS", default=[]),
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["portal.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context_processors.looks",
                "home.context_processors.navigation",
            ],
        },
    },
]

DATABASES = {
    "default": database.tuned(env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'var' / 'portal.sqlite3'}"), env)
}
ON_POSTGRESQL = database.is_postgresql(DATABASES["default"])
CACHES = caches.from_environment(env)
WEB_CONCURRENCY = env.int("WEB_CONCURRENCY", default=0)  # gunicorn's own: its processes; 0 is not said

# Language and time
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Svenska")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

# Static files and uploads
FONTS_DIR = BASE_DIR / "node_modules" / "@fontsource-variable"
FONTS_AVAILABLE = FONTS_DIR.exists()
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS: list[object] = [BASE_DIR / "static"]
if FONTS_AVAILABLE:
    STATICFILES_DIRS += [
        BASE_DIR / "static_fonts",
        ("fonts/atkinson", FONTS_DIR / "atkinson-hyperlegible-next" / "files"),
        ("fonts/familjen", FONTS_DIR / "familjen-grotesk" / "files"),
    ]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": f"portal.static_storage.{'' if DEVELOPMENT else 'Compressed'}OneStylesheet",
    },
}

# People and sign-in
vars().update(sign_in.from_environment(env))
SS12000 = staff_register.from_environment(env)
SS12000_MOST_CLOSED = env.int("SS12000_MOST_CLOSED", default=5)  # of a hundred, in one reading: then nobody is
PASSWORD_HISTORY = env.int("PASSWORD_HISTORY", default=5)  # the last ones, that may not be chosen again
PASSWORD_MAX_AGE = env.int("PASSWORD_MAX_AGE", default=180)  # days; 0 is for ever
PASSWORD_WARNING = env.int("PASSWORD_WARNING", default=5)  # days before the last that she is told
AUTH_PASSWORD_VALIDATORS = password_rules.validators(env, history=PASSWORD_HISTORY)
SESSION_LIMITS = sessions.from_environment(env)
vars().update(sessions.lasting(SESSION_LIMITS))
SECOND_STEP_REQUIRED_FOR: list[str] = env.list(
    "SECOND_STEP_REQUIRED_FOR", default=[] if DEVELOPMENT else sign_in.SECOND_STEP_AREAS
)
IDENTITY_PROVIDERS = federation.providers(env)
PERSONNUMMER_KEYS = federation.personnummer_keys(env, development=DEVELOPMENT)
SAML = federation.our_side(env)

# Security
COOKIE_PREFIX: str = protection.cookie_prefix(development=DEVELOPMENT)
vars().update(protection.from_environment(env, development=DEVELOPMENT))
CSRF_FAILURE_VIEW = "portal.views.csrf_failure"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": content_policy.OURS_ALONE}

# Wagtail
WAGTAIL_SITE_NAME = "Vikarieportalen"
WAGTAILADMIN_BASE_URL = PORTAL_URL
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "/konto/login/"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAIL_ALLOW_UNICODE_SLUGS = False  # å in an address becomes %C3%A5 when shared
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # it and the two below call other hosts from the editor's browser
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "pages.PortalImage"
WAGTAILDOCS_DOCUMENT_MODEL = "pages.PortalDocument"
vars().update(uploads.LIMITS)
WAGTAILEMBEDS_FINDERS: list[object] = []  # no page asks another host what to show, whatever its text says
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.pages.search.wagtails", "SEARCH_CONFIG": "swedish"}}

# The queue: the broker is the database, so that a task is queued in the same transaction as the change behind it.
Q_CLUSTER = queue.in_the_database(workers=env.int("QUEUE_WORKERS", default=2), time_zone=TIME_ZONE)

# Messages
vars().update(env.email("EMAIL_URL", default="consolemail://" if DEVELOPMENT else "smtp://localhost:25"))
EMAIL_TIMEOUT = 10  # seconds: well under the queue's, which would kill a task that waits for a dead mail server
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Vikarieportalen <bemanningen@alvsunda.example>")
SMS_GATEWAY = env.str("SMS_GATEWAY", default="local")  # elks, twilio, or local, which keeps them
SMS_WEBHOOK_SECRETS = env.dict("SMS_WEBHOOK_SECRETS", default={})  # <gateway>=<secret>,…; without one it is closed
SMS_SENDER = env.str("SMS_SENDER", default="+46980319210" if DEVELOPMENT else "")
SMS_REPLIES_PER_HOUR = env.int("SMS_REPLIES_PER_HOUR", default=10)  # automatic ones, to each number
SMS_CODES_A_DAY = env.int("SMS_CODES_A_DAY", default=3000)  # to get in by, to all together
# Each gateway keeps its own, so that receipts of the one before are still heard after a change.
SMS_ELKS_API = env.str("SMS_ELKS_API", default="https://api.46elks.com/a1")
SMS_ELKS_USERNAME = env.str("SMS_ELKS_USERNAME", default="")
SMS_ELKS_PASSWORD = env.str("SMS_ELKS_PASSWORD", default="")
SMS_TWILIO_API = env.str("SMS_TWILIO_API", default="https://api.twilio.com")
SMS_TWILIO_SID = env.str("SMS_TWILIO_SID", default="")
SMS_TWILIO_TOKEN = env.str("SMS_TWILIO_TOKEN", default="")
# The municipality's scheduling system. Without an address there are only files; see docs/operations.md.
SCHEDULE_URL = env.str("SCHEDULE_URL", default="")  # where it is told of booked shifts
SCHEDULE_SENDING_SECRET = env.str("SCHEDULE_SENDING_SECRET", default="")  # what we sign with
SCHEDULE_SECRETS = env.list("SCHEDULE_SECRETS", default=[])  # what it signs with: two while it changes
PUSH = push.from_environment(env, development=DEVELOPMENT, var=BASE_DIR / "var")
PHONE_REGION = "SE"

LOGGING = logs.to_standard_error(env.str("LOG_LEVEL", default="INFO"), env.str("SECURITY_LOG", default=""))
