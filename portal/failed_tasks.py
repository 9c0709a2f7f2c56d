"""What the queue keeps of a task that failed: the kind of the error and the lines of code, as the log has it.

django-q puts what the error says before the traceback, and in it again; an error says whatever somebody wrote.
"""

import re
from typing import Any

from portal.masking import TRACEBACK, without_secrets, without_words

SAID = re.compile(rf"\A.*? : (?=(?:  \+ Exception Group )?{re.escape(TRACEBACK)})", re.DOTALL)


def mask(sender: object, instance: Any, **kwargs: Any) -> None:  # noqa: ANN401 (the signal's)
    """Before the row is written. It is masked on one's own machine too: the log tells there what was said."""
    if not instance.success and isinstance(instance.result, str):
        instance.result = without_secrets(without_words(SAID.sub("", instance.result)))
