"""What was done with a proposal, in words, as the history tells it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

NAMES: Mapping[str, Promise] = {
    "proposal.make": gettext_lazy("Förslag gjort"),
    "proposal.solve": gettext_lazy("Förslag löst"),
    "proposal.change": gettext_lazy("Förslag ändrat för hand"),
    "proposal.accept": gettext_lazy("Rad i förslag godkänd"),
    "proposal.close": gettext_lazy("Förslag stängt"),
}
