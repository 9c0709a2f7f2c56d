"""The rules' sentences are marked for translation where all of the engine's are."""

from booking.words import gettext_noop as gettext_noop
